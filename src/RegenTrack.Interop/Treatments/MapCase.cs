using System.Text.Json.Nodes;
using RegenTrack.Domain.Treatments;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Treatments;

/// <summary>A treatment case as CarePlan, Consent, Patient and Procedures.</summary>
public static class MapCase
{
    public static JsonObject CarePlan(TreatmentCase state)
    {
        var plan = Resource("CarePlan", state.Id.Value);
        plan["extension"] = Many(
            Extension(TreatmentNames.EligibilityGround, "valueCode", KebabCodes<EligibilityGround>.Of(state.Ground)),
            Extension(TreatmentNames.SelectionCriteriaMet, "valueBoolean", true),
            Extension(TreatmentNames.PlanVersion, "valueInteger", state.PlanVersion),
            state.RecordDue is { } due ? Extension(TreatmentNames.RecordDue, "valueDate", Day(due)) : null);
        plan["status"] = state.WithdrawnOn is null ? "active" : "revoked";
        plan["intent"] = "plan";
        plan["subject"] = Reference("Patient", state.Subject.Value);
        plan["period"] = Period(Day(state.EnrolledOn), state.WithdrawnOn is { } end ? Day(end) : null);
        plan["author"] = ReferenceBy(TreatmentNames.Institution, state.Institution.Value, "Organization");
        plan["supportingInfo"] = Many(Reference("Task", state.Plan.Value), Reference("Consent", state.Id.Value));
        return plan;
    }

    public static JsonObject Consent(TreatmentCase state)
    {
        var signed = state.Consent!;
        var consent = Resource("Consent", state.Id.Value);
        consent["extension"] = Many(
        [
            Extension(TreatmentNames.ConsentFormVersion, "valueString", signed.FormVersion),
            Extension(TreatmentNames.ConsentSigner, "valueCode", KebabCodes<ConsentSigner>.Of(signed.SignedBy)),
            .. signed.Items.Select(item => Extension(TreatmentNames.ConsentItem, "valueCode", KebabCodes<ConsentItem>.Of(item))),
        ]);
        consent["status"] = state.WithdrawnOn is null ? "active" : "inactive";
        consent["scope"] = Concept("http://terminology.hl7.org/CodeSystem/consentscope", "treatment");
        consent["category"] = Many(Concept("http://loinc.org", "59284-0", "Consent Document"));
        consent["patient"] = Reference("Patient", state.Subject.Value);
        consent["dateTime"] = Day(signed.SignedOn);
        consent["policyRule"] = Text("첨단재생바이오법 제11조의2");
        if (state.WithdrawnOn is { } withdrawn)
            consent["provision"] = new JsonObject { ["period"] = Period(null, Day(withdrawn)) };
        return consent;
    }

    /// <summary>A pseudonym only: who it is stays in the vault.</summary>
    public static JsonObject Patient(TreatmentCase state)
    {
        var patient = Resource("Patient", state.Subject.Value);
        patient["active"] = true;
        patient["identifier"] = Many(Identifier(TreatmentNames.SubjectPseudonym, state.Subject.Value));
        patient["managingOrganization"] = ReferenceBy(TreatmentNames.Institution, state.Institution.Value, "Organization");
        return patient;
    }

    public static JsonObject Procedure(TreatmentCase state, Administration given)
    {
        var procedure = Resource("Procedure", given.Id.Value);
        procedure["extension"] = Many(
            new JsonObject
            {
                ["url"] = TreatmentNames.UsedProduct,
                ["extension"] = Many(
                    Extension("product", "valueReference", Reference("BiologicallyDerivedProduct", given.Lot.Value)),
                    Extension("quantity", "valueQuantity", Quantity(given.Quantity, given.Unit)),
                    Extension("route", "valueString", given.Route)),
            },
            Extension(TreatmentNames.PlanVersion, "valueInteger", given.PlanVersion),
            Extension(TreatmentNames.RecordDue, "valueDate", Day(given.RecordDue)));
        procedure["basedOn"] = Many(Reference("CarePlan", state.Id.Value));
        procedure["status"] = "completed";
        procedure["code"] = Text("첨단재생의료 투여");
        procedure["subject"] = Reference("Patient", state.Subject.Value);
        procedure["performedDateTime"] = Instant(given.AdministeredAt);
        return procedure;
    }
}
