using System.Text.Json.Nodes;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Safety;
using RegenTrack.Interop.Safety;
using RegenTrack.Interop.Treatments;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Web.Demo.Hospital;

/// <summary>The AdverseEvent that reports a hospitalisation after an administration.</summary>
/// <param name="Procedure">Reference to the suspect administration.</param>
/// <param name="Aware">When the hospital learned of it; it began that day.</param>
/// <param name="LateReason">Kept only when the report is late.</param>
public sealed record SeriousEvent(string Procedure, string Patient, DateTimeOffset Aware, string LateReason)
{
    public JsonObject AdverseEvent() => new()
    {
        ["resourceType"] = "AdverseEvent",
        ["extension"] = Many(
            Extension(SafetyNames.Grade, "valueCodeableConcept", Concept(SafetyNames.GradeCodes, "2")),
            new JsonObject
            {
                ["url"] = SafetyNames.SeriousnessCriteria,
                ["extension"] = Many(
                    Extension("criterionCode", "valueCodeableConcept", Concept(SafetyNames.CriterionCodes, KebabCodes<SeriousnessCriterion>.Of(SeriousnessCriterion.Hospitalisation))),
                    Extension("criterionPresent", "valueBoolean", true)),
            },
            Extension(SafetyNames.LateReason, "valueString", LateReason)),
        ["actuality"] = "actual",
        ["event"] = Text("발열(가상)"),
        ["subject"] = new JsonObject { ["reference"] = Patient },
        ["date"] = Day(KoreanTime.DayOf(Aware)),
        ["detected"] = Instant(Aware),
        ["seriousness"] = Concept(SafetyNames.SeriousnessCodes, "Serious"),
        ["outcome"] = Concept(SafetyNames.OutcomeCodes, SafetyNames.Code(EventOutcome.Recovering)),
        ["suspectEntity"] = Many(new JsonObject
        {
            ["instance"] = new JsonObject { ["reference"] = Procedure },
            ["causality"] = Many(new JsonObject
            {
                ["assessment"] = Concept(SafetyNames.CausalityCodes, KebabCodes<Causality>.Of(Causality.Possible)),
                ["productRelatedness"] = "시간적 선후관계(가상)",
            }),
        }),
    };
}
