using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Tests.Trials;

/// <summary>A registered trial and a small results package, to start sentences from.</summary>
internal static class TrialScenario
{
    public static readonly TrialId Id = new("NCT09000001");
    public static readonly EvidenceSource Source = new("ctgov-api-v2", "d0c", "2026-01-02");

    public static readonly TrialRegistration Registration = new(
        "Cells in knee osteoarthritis", null, null, "Hanbit Cell (fictional)", [], ["HB-301"], "INTERVENTIONAL", TrialPhase.Phase3, "COMPLETED", null,
        new TrialDesign("RANDOMIZED", "PARALLEL", "DOUBLE", "TREATMENT"), new RegistryDate("2022-03-01", "ACTUAL"), null, null,
        new Enrolment(new Figure("240"), "ACTUAL"), ["Knee osteoarthritis"], [new TrialArm("Cells", "EXPERIMENTAL", null)], [], [], null);

    public static readonly EvidencePackage Package = new(null, null, [Outcome("OG000")], null, null);

    public static readonly TrialRegistered Registered = new(Id, Registration);

    public static OutcomeMeasure Outcome(string measured) => new(
        EndpointRole.Primary, "WOMAC pain", null, "Week 48", null, [new ReportingGroup("OG000", "Cells", null), new ReportingGroup("OG001", "Saline", null)],
        new MeasureTable("MEAN", null, "points", [], [new MeasureClass(null, [], [new MeasureCategory(null, [new Measurement(measured, new Figure("-21.4"), null, null, null, null)])])]),
        [new Analysis(["OG000", "OG001"], null, "SUPERIORITY", null, "ANCOVA", null, "LS Mean Difference", new Figure("-7.9"), null, null, null, new Figure("95"), "TWO_SIDED", new Figure("-11.0"), new Figure("-4.8"), new PValue("<0.001"), null, null)]);

    public static TrialResultsRecorded Recorded(int version, string package) => new(
        Id, version, package, Source, EvidenceCounts.Of(Package), [new PrimaryEndpoint("WOMAC pain", "Week 48", "LS Mean Difference", "-7.9", "<0.001")]);

    public static Circumstances At(string day) =>
        new(new Actor("sec1", Role.Secretariat), KoreanTime.StartOf(Day(day)), KoreanTime.StartOf(Day(day)), HolidayTable.Empty);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
