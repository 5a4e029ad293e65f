using System.Globalization;
using System.Text.Json;
using RegenTrack.Domain.Safety;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Treatments;

namespace RegenTrack.Interop.Safety;

/// <summary>Reads the judgement of an AdverseEvent.</summary>
public static class AssessmentReading
{
    public static Assessment? Read(JsonElement resource, List<Issue> issues)
    {
        var before = issues.Count;
        var criteria = Criteria(resource, issues);
        var serious = resource.CodeIn(SafetyNames.SeriousnessCodes, "seriousness");
        if (serious is not null && serious == "Serious" != criteria.Count > 0)
            issues.Add(Issue.Error("business-rule", "seriousness-without-criteria", "중대성(seriousness)과 중대성 기준(seriousness-criteria)이 서로 다릅니다.", "seriousness and seriousness-criteria contradict each other.", "AdverseEvent.seriousness"));
        var grade = resource.ExtensionAt(SafetyNames.Grade)?.CodeIn(SafetyNames.GradeCodes, "valueCodeableConcept");
        if (!int.TryParse(grade, NumberStyles.None, CultureInfo.InvariantCulture, out var severity))
            issues.Add(Required("AdverseEvent.extension", "중증도(1–5)를 severity-or-grade로 보내십시오.", "Send the grade 1 to 5 as severity-or-grade."));
        var causality = resource.Items("suspectEntity").SelectMany(suspect => suspect.Items("causality")).FirstOrDefault();
        var judged = KebabCodes<Causality>.Find(causality.CodeIn(SafetyNames.CausalityCodes, "assessment"));
        if (judged is null)
            issues.Add(Required("AdverseEvent.suspectEntity.causality.assessment", $"WHO-UMC 인과성을 보내십시오: {KebabCodes<Causality>.All}.", $"Send the WHO-UMC causality: {KebabCodes<Causality>.All}."));
        var outcome = SafetyNames.Outcome(resource.CodeIn(SafetyNames.OutcomeCodes, "outcome"));
        if (outcome is null)
            issues.Add(Required("AdverseEvent.outcome", "경과(outcome)를 보내십시오.", "Send the outcome."));
        return issues.Count > before ? null : new Assessment(
            criteria, severity, judged!.Value, causality.Text("productRelatedness") ?? "", outcome!.Value,
            resource.ExtensionAt(SafetyNames.ResolvedOn)?.Day("valueDateTime"));
    }

    /// <summary>Where a property of the judgement came from.</summary>
    public static string? Expression(string? field) => field switch
    {
        nameof(Assessment.Criteria) => "AdverseEvent.extension.where(url='" + SafetyNames.SeriousnessCriteria + "')",
        nameof(Assessment.Grade) => "AdverseEvent.extension.where(url='" + SafetyNames.Grade + "')",
        nameof(Assessment.CausalityReason) => "AdverseEvent.suspectEntity.causality.productRelatedness",
        nameof(Assessment.Outcome) => "AdverseEvent.outcome",
        nameof(Assessment.EndedOn) => "AdverseEvent.extension.where(url='" + SafetyNames.ResolvedOn + "')",
        _ => null,
    };

    private static List<SeriousnessCriterion> Criteria(JsonElement resource, List<Issue> issues)
    {
        List<SeriousnessCriterion> criteria = [];
        foreach (var extension in resource.ExtensionsAt(SafetyNames.SeriousnessCriteria))
        {
            if (extension.ExtensionAt("criterionPresent")?.Flag("valueBoolean") == false)
                continue;
            var code = extension.ExtensionAt("criterionCode");
            var criterion = KebabCodes<SeriousnessCriterion>.Find(code?.CodeIn(SafetyNames.CriterionCodes, "valueCodeableConcept"))
                ?? SafetyNames.FromIch(code?.CodeIn(SafetyNames.IchCriteria, "valueCodeableConcept"));
            if (criterion is null)
                issues.Add(Issue.Error("code-invalid", "criterion-unknown", $"알 수 없는 중대성 기준입니다. 사용할 수 있는 코드: {KebabCodes<SeriousnessCriterion>.All}.", $"Unknown seriousness criterion. Codes: {KebabCodes<SeriousnessCriterion>.All}.", Expression(nameof(Assessment.Criteria))));
            else if (!criteria.Contains(criterion.Value))
                criteria.Add(criterion.Value);
        }

        return criteria;
    }

    private static Issue Required(string at, string korean, string english) => Issue.Error("required", "required", korean, english, at);
}
