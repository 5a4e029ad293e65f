using System.Text.Json.Nodes;
using RegenTrack.Domain.Treatments;
using RegenTrack.Interop.Treatments;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Web.Demo.Hospital;

/// <summary>The transaction that enrols a consenting subject by the hospital's own number: Patient, Consent, CarePlan. Nobody real.</summary>
/// <param name="Plan">Id of the treatment plan's Task.</param>
/// <param name="On">Day of consent and enrolment.</param>
public sealed record EnrolledSubject(string Number, string Plan, DateOnly On)
{
    public JsonObject Bundle() => Sent.Transaction(
        Sent.New("patient", new JsonObject
        {
            ["resourceType"] = "Patient",
            ["identifier"] = Many(Identifier(TreatmentNames.SubjectNumber, Number)),
            ["gender"] = "female",
            ["birthDate"] = "1961",
        }),
        Sent.New("consent", new JsonObject
        {
            ["resourceType"] = "Consent",
            ["extension"] = Many(
            [
                Extension(TreatmentNames.ConsentFormVersion, "valueString", "v1(가상)"),
                Extension(TreatmentNames.ConsentSigner, "valueCode", KebabCodes<ConsentSigner>.Of(ConsentSigner.Subject)),
                .. Enum.GetValues<ConsentItem>().Select(item => Extension(TreatmentNames.ConsentItem, "valueCode", KebabCodes<ConsentItem>.Of(item))),
            ]),
            ["status"] = "active",
            ["scope"] = Concept("http://terminology.hl7.org/CodeSystem/consentscope", "treatment"),
            ["category"] = Many(Concept("http://loinc.org", "59284-0")),
            ["patient"] = Sent.To("patient"),
            ["dateTime"] = Day(On),
            ["policyRule"] = Text("첨단재생바이오법 제11조의2"),
        }),
        Sent.New("plan", new JsonObject
        {
            ["resourceType"] = "CarePlan",
            ["extension"] = Many(
                Extension(TreatmentNames.EligibilityGround, "valueCode", KebabCodes<EligibilityGround>.Of(EligibilityGround.Intractable)),
                Extension(TreatmentNames.SelectionCriteriaMet, "valueBoolean", true)),
            ["status"] = "active",
            ["intent"] = "plan",
            ["subject"] = Sent.To("patient"),
            ["period"] = Period(Day(On), null),
            ["supportingInfo"] = Many(Reference("Task", Plan)),
        }));
}
