using RegenTrack.Domain.Safety;

namespace RegenTrack.Interop.Safety;

/// <summary>Addresses and codes around adverse events: HL7's back-port for research where it has one, ours otherwise.</summary>
public static class SafetyNames
{
    private const string Base = "https://regentrack.example/fhir/";
    private const string Backport = "http://hl7.org/fhir/uv/ae-research-backport-ig/StructureDefinition/";

    /// <summary>Complex: <c>criterionCode</c> and <c>criterionPresent</c>.</summary>
    public const string SeriousnessCriteria = Backport + "seriousness-criteria";

    public const string Grade = Backport + "severity-or-grade";

    public const string ResolvedOn = Backport + "resolve-date";

    public const string GradeCodes = Base + "CodeSystem/adverse-event-grade";

    public const string CausalityCodes = Base + "CodeSystem/who-umc-causality";

    public const string CriterionCodes = Base + "CodeSystem/seriousness-criterion";

    /// <summary>ICH E2B(R3) seriousness criteria, which the back-port binds.</summary>
    public const string IchCriteria = "urn:oid:2.16.840.1.113883.3.989.2.1.1.19";

    public const string OutcomeCodes = "http://terminology.hl7.org/CodeSystem/adverse-event-outcome";

    public const string SeriousnessCodes = "http://terminology.hl7.org/CodeSystem/adverse-event-seriousness";

    /// <summary>Reference to the CarePlan, for events before the first administration.</summary>
    public const string TreatmentCase = Base + "StructureDefinition/treatment-case";

    public const string PreparedFrom = Base + "StructureDefinition/prepared-from";

    public const string BoardInformedOn = Base + "StructureDefinition/irb-informed-on";

    public const string LateReason = Base + "StructureDefinition/late-reason";

    /// <summary>Instant at which an event that was not serious was known to be.</summary>
    public const string SeriousKnownAt = Base + "StructureDefinition/serious-known-at";

    public const string FollowUpNote = Base + "StructureDefinition/follow-up-note";

    public const string ClosureReason = Base + "StructureDefinition/closure-reason";

    public const string SuspectProduct = Base + "StructureDefinition/suspect-product";

    private static readonly (string Code, EventOutcome Outcome)[] Outcomes =
    [
        ("resolved", EventOutcome.Recovered),
        ("recovering", EventOutcome.Recovering),
        ("ongoing", EventOutcome.NotRecovered),
        ("resolvedWithSequelae", EventOutcome.RecoveredWithSequelae),
        ("fatal", EventOutcome.Fatal),
        ("unknown", EventOutcome.Unknown),
    ];

    private static readonly (string Code, SeriousnessCriterion Criterion)[] Ich =
    [
        ("21", SeriousnessCriterion.DeathOrLifeThreatening),
        ("34", SeriousnessCriterion.DeathOrLifeThreatening),
        ("35", SeriousnessCriterion.PermanentOrSignificantDisability),
        ("12", SeriousnessCriterion.FoetalAnomaly),
        ("33", SeriousnessCriterion.Hospitalisation),
        ("26", SeriousnessCriterion.OtherMedicallyImportant),
    ];

    public static EventOutcome? Outcome(string? code) =>
        Outcomes.Where(pair => pair.Code == code).Select(pair => (EventOutcome?)pair.Outcome).FirstOrDefault();

    public static string Code(EventOutcome outcome) => Outcomes.First(pair => pair.Outcome == outcome).Code;

    public static SeriousnessCriterion? FromIch(string? code) =>
        Ich.Where(pair => pair.Code == code).Select(pair => (SeriousnessCriterion?)pair.Criterion).FirstOrDefault();

    /// <summary>The ICH code; for death or threat to life the one of the two that the outcome tells.</summary>
    public static string IchCode(SeriousnessCriterion criterion, EventOutcome outcome) =>
        criterion == SeriousnessCriterion.DeathOrLifeThreatening && outcome == EventOutcome.Fatal
            ? "34"
            : Ich.First(pair => pair.Criterion == criterion).Code;
}
