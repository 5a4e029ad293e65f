using RegenTrack.App.Institutions;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Sandbox;
using RegenTrack.App.Treatments;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Institutions;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.EventStore;

namespace RegenTrack.App.Applications;

/// <summary>One application with everything an officer needs: clock, history, evidence.</summary>
public sealed record GetCase(Actor Actor, string Application) : IQuery<CaseDetail>
{
    public static Task<CaseDetail?> Answer(GetCase query, QueryContext context, CancellationToken cancellation) =>
        CaseDetail.Load(query.Actor, query.Application, context, cancellation);
}

/// <summary>The same for the hospital whose application it is.</summary>
public sealed record GetOwnApplication(Actor Actor, string Application) : IQuery<CaseDetail>
{
    public static Task<CaseDetail?> Answer(GetOwnApplication query, QueryContext context, CancellationToken cancellation) =>
        CaseDetail.Load(query.Actor, query.Application, context, cancellation);
}

/// <summary>An application as it stands, folded from its events now.</summary>
/// <param name="Clock">Why the clock ends when it ends; null before receipt.</param>
/// <param name="DaysLeft">Working days left, negative when overdue; null before receipt and after the result.</param>
/// <param name="Registration">Until when the outline is registered; null unless 적합.</param>
/// <param name="Trial">Facts of the claimed trial, or null.</param>
public sealed record CaseDetail(
    TreatmentApplication Application,
    long Version,
    Institution Institution,
    ClockExplanation? Clock,
    int? DaysLeft,
    RegistrationDuty? Registration,
    TrialFacts? Trial,
    GrantFacts? Grant,
    IReadOnlyList<StoredEvent> History,
    DateOnly Today)
{
    internal static async Task<CaseDetail?> Load(Actor actor, string id, QueryContext context, CancellationToken cancellation)
    {
        (TreatmentApplication application, long version) = await context.Events.State(ApplicationStream.Type, id, cancellation);
        if (!application.Exists || !ApplicationStream.Type.IsVisible(actor, application))
            return null;

        (Institution institution, _) = await context.Events.State(InstitutionStream.Type, application.Institution.Value, cancellation);
        TrialFacts? trial = application.Plan!.Evidence.Trial is { } trialId
            ? (await context.Events.State(TrialStream.Type, trialId.Value, cancellation)).State.Facts() with { Id = trialId }
            : null;
        GrantFacts? grant = application.Plan.Evidence.Grant is { } grantId
            ? (await context.Events.State(GrantStream.Type, grantId.Value, cancellation)).State.Facts()
            : null;
        return new CaseDetail(
            application, version, institution,
            application.Clock is { } clock ? ClockExplanation.Of(clock, DeadlineCatalogue.TreatmentDecision, context.Today, context.Holidays) : null,
            Left(application, context),
            RegistrationDuty.Of(application.Decision, application.Decision is null ? null : await CaseBoard.FirstConsent(id, context, cancellation), context.Holidays),
            trial, grant,
            await context.Events.Read(ApplicationStream.Type.Alias, id, cancellation), context.Today);
    }

    private static int? Left(TreatmentApplication application, QueryContext context)
    {
        if (application.Clock is not { } clock || application.Decision is not null)
            return null;
        int left = clock.Left(context.Today, context.Holidays);
        if (left > 0 || clock.Due(context.Holidays) is not { } due || due >= context.Today)
            return left;
        return -LegalCalendar.WorkingDays(due.AddDays(1), context.Today, context.Holidays);
    }
}
