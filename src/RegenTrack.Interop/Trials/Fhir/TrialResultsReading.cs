using System.Text.Json;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>Reads a trial's results from a transaction: one ResearchStudy, its Groups, its Observations. Everything that is wrong is collected with its path.</summary>
internal sealed class TrialResultsReading
{
    private readonly List<Issue> _issues = [];
    private readonly Dictionary<FhirEntry, ReportingGroup> _groups = [];

    public TrialResultsReading(FhirTransaction transaction)
    {
        Study = transaction.OfType("ResearchStudy").First();
        if (transaction.OfType("ResearchStudy").Count() > 1)
            _issues.Add(Issue.Error("business-rule", "one-study-a-transaction", "한 번에 임상시험 한 건만 보내십시오.", "Send one study a transaction.", "Bundle.entry"));
        if (StudyReading.Number(Study.Resource) is { } number)
            Trial = number;
        else
            _issues.Add(Issue.Error("required", "trial-number-format", "identifier에 NCT, KCT 또는 EU CT 등록번호를 넣으십시오.", "Give the NCT, KCT or EU CT number as an identifier.", Study.At("identifier")));
        foreach (FhirEntry group in transaction.OfType("Group"))
            _groups[group] = new ReportingGroup($"G{_groups.Count:000}", group.Resource.Text("name") ?? group.Resource.Text("code", "text") ?? $"G{_groups.Count:000}", null);
        List<ResultObservation> results = [.. transaction.OfType("Observation").Select(entry => Result(transaction, entry)).OfType<ResultObservation>()];
        Registration = StudyReading.Read(Study.Resource, Enrolled(Study.Resource, transaction));
        Package = results.Count == 0 ? null : new EvidencePackage(FlowReading.Read(results), null, EndpointReading.Read(results), EventReading.Read(results), null);
    }

    public FhirEntry Study { get; }

    public TrialId Trial { get; }

    public TrialRegistration Registration { get; }

    /// <summary>Null when the transaction registers only.</summary>
    public EvidencePackage? Package { get; }

    public IReadOnlyList<Issue> Issues => _issues;

    public string? Expression(string? field) => field switch
    {
        nameof(RegisterTrial.Trial) => Study.At("identifier"),
        nameof(RegisterTrial.Registration) => Study.At("title"),
        _ => null,
    };

    private ResultObservation? Result(FhirTransaction transaction, FhirEntry entry)
    {
        string? kind = entry.Resource.Items("category").Select(category => ((JsonElement?)category).CodeIn(TrialResultNames.Kind)).FirstOrDefault(code => code is not null);
        if (kind is null || !TrialResultNames.Kinds.Split(", ").Contains(kind))
        {
            _issues.Add(Issue.Error("code-invalid", "trial-result-kind", $"category에 결과의 종류를 넣으십시오: {TrialResultNames.Kinds}.", $"Give the kind of result as category: {TrialResultNames.Kinds}.", entry.At("category")));
            return null;
        }

        if (transaction.Resolve(entry.Resource, "subject") is not { } subject || !_groups.TryGetValue(subject, out ReportingGroup? group))
        {
            _issues.Add(Issue.Error("required", "trial-result-group", "subject는 이 Bundle의 Group을 가리켜야 합니다.", "The subject must be a Group of this Bundle.", entry.At("subject")));
            return null;
        }

        return new ResultObservation(entry, kind, group, [.. entry.Resource.Items("focus").Select(focus => transaction.Resolve(focus)).Where(focus => focus is not null && _groups.ContainsKey(focus)).Select(focus => _groups[focus!])]);
    }

    // Only the groups that the study names as its enrolment count: an analysis set may overlap another.
    private static int? Enrolled(JsonElement study, FhirTransaction transaction)
    {
        int[] sizes = [.. study.Items("enrollment").Select(reference => transaction.Resolve(reference)?.Resource.Number("quantity")).OfType<decimal>().Select(size => (int)size)];
        return sizes.Length == 0 ? null : sizes.Sum();
    }
}
