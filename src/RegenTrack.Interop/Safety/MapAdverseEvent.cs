using System.Globalization;
using System.Text.Json.Nodes;
using RegenTrack.Domain.Safety;
using RegenTrack.Interop.Treatments;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Safety;

/// <summary>An adverse event as R4 AdverseEvent with the back-port's extensions.</summary>
public static class MapAdverseEvent
{
    public static JsonObject Resource(AdverseEvent state)
    {
        var judged = state.Assessment!;
        var resource = Fhir.Json.Building.Resource("AdverseEvent", state.Id.Value);
        resource["extension"] = Many(
        [
            Extension(SafetyNames.TreatmentCase, "valueReference", Reference("CarePlan", state.Case.Value)),
            Extension(SafetyNames.Grade, "valueCodeableConcept", Concept(SafetyNames.GradeCodes, judged.Grade.ToString(CultureInfo.InvariantCulture))),
            .. judged.Criteria.Select(criterion => Criterion(criterion, judged.Outcome)),
            judged.EndedOn is { } ended ? Extension(SafetyNames.ResolvedOn, "valueDateTime", Day(ended)) : null,
            state.Lot is { } lot ? Extension(SafetyNames.SuspectProduct, "valueReference", Reference("BiologicallyDerivedProduct", lot.Value)) : null,
            state.BoardInformedOn is { } told ? Extension(SafetyNames.BoardInformedOn, "valueDate", Day(told)) : null,
            state.SeriousKnownAt is { } serious ? Extension(SafetyNames.SeriousKnownAt, "valueDateTime", Instant(serious)) : null,
            state.LateReason is { } late ? Extension(SafetyNames.LateReason, "valueString", late) : null,
            .. state.FollowUps.Select(note => Extension(SafetyNames.FollowUpNote, "valueString", note.Note)),
        ]);
        resource["actuality"] = "actual";
        resource["event"] = Text(state.Term);
        resource["subject"] = Reference("Patient", state.Subject.Value);
        resource["date"] = Day(state.OnsetOn);
        resource["detected"] = Instant(state.AwareAt);
        resource["seriousness"] = Concept(SafetyNames.SeriousnessCodes, judged.IsSerious ? "Serious" : "Non-serious");
        resource["outcome"] = Concept(SafetyNames.OutcomeCodes, SafetyNames.Code(judged.Outcome));
        resource["suspectEntity"] = Many(new JsonObject
        {
            ["instance"] = state.Administration is { } suspect ? Reference("Procedure", suspect.Value) : new JsonObject { ["display"] = "투여 전 처치" },
            ["causality"] = Many(new JsonObject
            {
                ["assessment"] = Concept(SafetyNames.CausalityCodes, KebabCodes<Causality>.Of(judged.Causality)),
                ["productRelatedness"] = judged.CausalityReason,
            }),
        });
        return resource;
    }

    private static JsonObject Criterion(SeriousnessCriterion criterion, EventOutcome outcome) => new()
    {
        ["url"] = SafetyNames.SeriousnessCriteria,
        ["extension"] = Many(
            Extension("criterionCode", "valueCodeableConcept", new JsonObject
            {
                ["coding"] = Many(
                    Coding(SafetyNames.IchCriteria, SafetyNames.IchCode(criterion, outcome)),
                    Coding(SafetyNames.CriterionCodes, KebabCodes<SeriousnessCriterion>.Of(criterion))),
            }),
            Extension("criterionPresent", "valueBoolean", true)),
    };
}
