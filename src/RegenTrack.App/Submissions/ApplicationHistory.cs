using RegenTrack.App.Applications;
using RegenTrack.App.Institutions;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Sandbox;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;

namespace RegenTrack.App.Submissions;

/// <summary>Reads an application up to one of its events, and what it leans on up to the same instant.</summary>
internal static class ApplicationHistory
{
    /// <param name="documented">The event that the document is about; null when there is no such document.</param>
    public static async Task<ApplicationDossier?> Gather(
        Actor actor, string id, QueryContext context, Func<IReadOnlyList<StoredEvent>, StoredEvent?> documented, CancellationToken cancellation)
    {
        var stream = ApplicationStream.Type;
        var history = await context.Events.Read(stream.Alias, id, cancellation);
        // Who may see it follows from the application of today, not of then.
        if (documented(history) is not { } fact || !stream.IsVisible(actor, Fold(history)))
            return null;

        var told = history.Where(stored => stored.Version <= fact.Version).ToList();
        var application = Fold(told);
        if (application.Plan is not { } plan)
            return null;

        var at = fact.RecordedAt;
        return new ApplicationDossier(
            application,
            await context.Events.StateAsOf(InstitutionStream.Type, application.Institution.Value, at, cancellation),
            told.Select(stored => stored.Data).OfType<ReceiptConfirmed>().LastOrDefault()?.ReceivedOn,
            plan.Evidence.Trial is { } trial ? await context.Events.StateAsOf(TrialStream.Type, trial.Value, at, cancellation) : null,
            plan.Evidence.Grant is { } grant ? await context.Events.StateAsOf(GrantStream.Type, grant.Value, at, cancellation) : null,
            at);
    }

    private static TreatmentApplication Fold(IEnumerable<StoredEvent> history) =>
        history.Aggregate(ApplicationStream.Type.Initial, (state, stored) => ApplicationStream.Type.Evolve(state, stored.Data));
}
