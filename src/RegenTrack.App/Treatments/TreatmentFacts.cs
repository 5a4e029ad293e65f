using RegenTrack.App.Applications;
using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Sandbox;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Treatments;

namespace RegenTrack.App.Treatments;

/// <summary>Looks up what enrolment and administration depend on. Plan, lot and grants may not move until the decision is written.</summary>
internal static class TreatmentFacts
{
    // A plan's content is the decided one until changes of a plan are supported; then this is the change's number.
    private const int DecidedVersion = 1;

    public static async Task<EnrolmentFacts> ForEnrolment(EnrolSubject command, FactReader facts, CancellationToken cancellation)
    {
        var plan = await Plan(command.Plan.Value, facts, cancellation);
        return new EnrolmentFacts(
            plan,
            await EnrolmentPlaces.Taken(EnrolmentPlaces.OfPlan, command.Plan.Value, plan.Subjects, facts, cancellation),
            plan.Grant is { } grant ? await EnrolmentPlaces.Taken(EnrolmentPlaces.OfGrant, grant.Grant.Value, grant.PatientCap, facts, cancellation) : 0);
    }

    public static async Task<AdministrationLookup> ForAdministration(RecordAdministration command, FactReader facts, CancellationToken cancellation)
    {
        var subject = await facts.State(TreatmentCaseStream.Type, command.Case.Value, cancellation);
        if (!subject.Exists)
            return new AdministrationLookup(PlanFacts.Unknown, null, null, 0, 0);
        var lot = await facts.State(LotStream.Type, command.Lot.Value, cancellation);
        var import = await Grant(lot.Grant, facts, cancellation);
        return new AdministrationLookup(
            await Plan(subject.Plan.Value, facts, cancellation),
            lot.Exists ? lot.ForTreatment() : null,
            import,
            import is { Exists: true } ? await ImportPlaces.TakenByOthers(import.Grant.Value, subject.Subject.Value, import.PatientCap, facts, cancellation) : 0,
            lot.Exists ? await LotStock.Given(command.Lot.Value, facts, cancellation) : 0);
    }

    public static async Task<DateOnly?> ForErasure(EraseSubject command, FactReader facts, CancellationToken cancellation)
    {
        var subject = await facts.State(TreatmentCaseStream.Type, command.Case.Value, cancellation);
        return subject.Exists ? await IdentityVault.RetainedUntil(facts.Database, subject.Subject.Value, cancellation) : null;
    }

    private static async Task<PlanFacts> Plan(string id, FactReader facts, CancellationToken cancellation)
    {
        var application = await facts.State(ApplicationStream.Type, id, cancellation);
        if (!application.Exists)
            return PlanFacts.Unknown;
        var decided = application.PlanInForce;
        var standing = application.Stage switch
        {
            Stage.Suitable => PlanStanding.InForce,
            Stage.Unsuitable or Stage.Returned => PlanStanding.Unsuitable,
            _ => PlanStanding.NotDecided,
        };
        return new PlanFacts(
            true, application.Institution, standing, DecidedVersion, decided?.From, decided?.Until,
            application.Plan!.Product.Id.Value, application.Plan.Product.Version, application.Plan.ExpectedSubjects,
            await Grant(decided?.Grant, facts, cancellation));
    }

    private static async Task<GrantFacts?> Grant(GrantId? id, FactReader facts, CancellationToken cancellation) =>
        id is { } grant ? (await facts.State(GrantStream.Type, grant.Value, cancellation)).Facts() : null;
}
