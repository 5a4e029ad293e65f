using System.Xml.Linq;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.LegacyXml;

/// <summary>The full-study XML (<c>clinical_study</c>) that the registry served until 2024 and that archives still hold.</summary>
internal static class StudyXml
{
    public const string Shape = "ctgov-legacy-xml";

    public static RegistryReading Read(XElement root)
    {
        var problems = new ReadingProblems();
        var study = new XmlPlace(root, problems);
        string number = study.Child("id_info")?.Required("nct_id") ?? "";
        if (number.Length == 0 && problems.Found.Count == 0)
            problems.Missing($"{study.Where}/id_info/nct_id");
        var record = new RegistryRecord(
            Shape,
            new TrialId(number.ToUpperInvariant()),
            RegistrationXml.Read(study),
            study.Child("clinical_results") is { } results ? Results(results) : null);
        return problems.Found.Count > 0 ? RegistryReading.Failed(problems.Found) : new RegistryReading(record, []);
    }

    private static EvidencePackage Results(XmlPlace results) => new(
        results.Child("participant_flow") is { } flow ? ParticipantFlowXml.Read(flow) : null,
        results.Child("baseline") is { } baseline ? BaselineXml.Read(baseline) : null,
        results.Each("outcome_list", "outcome", OutcomeXml.Read),
        results.Child("reported_events") is { } events ? ReportedEventsXml.Read(events) : null,
        results.Text("limitations_and_caveats"));
}
