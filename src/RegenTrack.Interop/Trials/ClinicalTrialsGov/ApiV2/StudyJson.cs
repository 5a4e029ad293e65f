using System.Text.Json;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.ApiV2;

/// <summary>A study as API v2 serves it (<c>/api/v2/studies/{nctId}</c>).</summary>
internal static class StudyJson
{
    public const string Shape = "ctgov-api-v2";

    public static RegistryReading Read(JsonElement root)
    {
        var problems = new ReadingProblems();
        var study = new JsonPlace(root, "$", problems);
        if (study.Child("protocolSection") is not { } protocol)
        {
            if (problems.Found.Count == 0)
                problems.Missing("$.protocolSection");
            return RegistryReading.Failed(problems.Found);
        }
        string number = protocol.Child("identificationModule")?.Required("nctId") ?? "";
        if (number.Length == 0 && problems.Found.Count == 0)
            problems.Missing("$.protocolSection.identificationModule");
        var record = new RegistryRecord(
            Shape,
            new TrialId(number.ToUpperInvariant()),
            RegistrationJson.Read(protocol),
            study.Child("resultsSection") is { } results ? Results(results) : null);
        return problems.Found.Count > 0 ? RegistryReading.Failed(problems.Found) : new RegistryReading(record, []);
    }

    private static EvidencePackage Results(JsonPlace results) => new(
        results.Child("participantFlowModule") is { } flow ? ParticipantFlowJson.Read(flow) : null,
        results.Child("baselineCharacteristicsModule") is { } baseline ? BaselineJson.Read(baseline) : null,
        results.Child("outcomeMeasuresModule")?.Each("outcomeMeasures", OutcomeJson.Read) ?? [],
        results.Child("adverseEventsModule") is { } events ? AdverseEventsJson.Read(events) : null,
        results.Child("moreInfoModule")?.Child("limitationsAndCaveats")?.Text("description"));
}
