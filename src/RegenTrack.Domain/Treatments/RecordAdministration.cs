using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Treatments.Published;

namespace RegenTrack.Domain.Treatments;

/// <summary>Record that cells of a released lot were given to an enrolled subject.</summary>
/// <param name="Quantity">In <paramref name="Unit"/> (UCUM), more than zero, and no more than the lot still has.</param>
/// <param name="Unit">The one in which the lot is counted.</param>
/// <param name="Route">Route of administration, as the plan names it.</param>
public sealed record RecordAdministration(
    TreatmentCaseId Case,
    AdministrationId Administration,
    LotId Lot,
    DateTimeOffset AdministeredAt,
    decimal Quantity,
    string Unit,
    string Route) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Lot.Value))
            yield return TreatmentRefusals.Required(nameof(Lot));
        if (Quantity <= 0)
            yield return new Refusal("quantity-not-positive", "투여량은 0보다 커야 합니다.", "The quantity must be more than zero.", null, nameof(Quantity));
        if (string.IsNullOrWhiteSpace(Unit))
            yield return TreatmentRefusals.Required(nameof(Unit));
        if (string.IsNullOrWhiteSpace(Route))
            yield return TreatmentRefusals.Required(nameof(Route));
    }

    public static Outcome<TreatmentEvent> Decide(TreatmentCase state, RecordAdministration command, AdministrationLookup facts, Circumstances at)
    {
        if (!state.Exists || !state.IsSeenBy(at.By))
            return TreatmentRefusals.UnknownCase;
        if (state.Find(command.Administration) is { } earlier)
            return Same(earlier, command) ? Outcome<TreatmentEvent>.Accept() : AlreadyRecorded;
        List<Refusal> refusals = [.. CaseFaults(state, command, at), .. PlanFaults(command, facts), .. LotFaults.Of(state, command, facts)];
        var day = KoreanTime.DayOf(command.AdministeredAt);
        return refusals.Count > 0
            ? Outcome<TreatmentEvent>.Refuse(refusals)
            : new AdministrationRecorded(
                command.Case, command.Administration, state.Subject, state.Institution, state.Plan, facts.Plan.Version,
                command.Lot, command.AdministeredAt.ToUniversalTime(), command.Quantity, command.Unit, command.Route,
                DeadlineCatalogue.TreatmentRecord.From(day, at.Holidays)!.Value);
    }

    private static IEnumerable<Refusal> CaseFaults(TreatmentCase state, RecordAdministration command, Circumstances at)
    {
        var day = KoreanTime.DayOf(command.AdministeredAt);
        if (command.AdministeredAt > at.Now)
            yield return new Refusal("administered-in-the-future", "투여 시각이 미래입니다.", "The administration lies in the future.", null, nameof(AdministeredAt));
        if (state.Consent is null || day < state.Consent.SignedOn)
            yield return new Refusal("consent-missing", "투여일보다 먼저 받은 서면동의가 없습니다.", "No written consent precedes the administration.", TreatmentRules.Consent, nameof(AdministeredAt));
        if (state.WithdrawnOn is { } withdrawn && day >= withdrawn)
            yield return new Refusal("consent-withdrawn", "동의를 철회한 대상자입니다.", "The subject withdrew the consent.", TreatmentRules.Consent, nameof(Case));
        if (day < state.EnrolledOn)
            yield return new Refusal("administered-before-enrolment", "투여일이 등록일보다 빠릅니다.", "The administration precedes the enrolment.", null, nameof(AdministeredAt));
    }

    private static IEnumerable<Refusal> PlanFaults(RecordAdministration command, AdministrationLookup facts)
    {
        var day = KoreanTime.DayOf(command.AdministeredAt);
        if ((TreatmentRefusals.NotInForce(facts.Plan, day) ?? TreatmentRefusals.ExemptionMissing(facts.Plan, day)) is { } refusal)
            yield return refusal with { Field = nameof(Case) };
    }

    private static readonly Refusal AlreadyRecorded = new(
        "administration-already-recorded", "이미 다른 내용으로 기록된 투여입니다.", "This administration is already recorded with other content.", null, nameof(Administration));

    private static bool Same(Administration earlier, RecordAdministration asked) =>
        earlier.Lot == asked.Lot && earlier.AdministeredAt == asked.AdministeredAt
        && earlier.Quantity == asked.Quantity && earlier.Unit == asked.Unit && earlier.Route == asked.Route;
}

/// <summary>What an administration looks up: the plan and the lot.</summary>
/// <param name="Lot">Null when there is no such lot.</param>
/// <param name="ImportGrant">The exemption under which the lot was imported; null when it names none.</param>
/// <param name="OthersTreatedUnderImport">People beside this one who were given cells of that exemption.</param>
/// <param name="GivenOfLot">What was given of the lot before, in its unit.</param>
public sealed record AdministrationLookup(PlanFacts Plan, LotForTreatment? Lot, GrantFacts? ImportGrant, int OthersTreatedUnderImport, decimal GivenOfLot);
