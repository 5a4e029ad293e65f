using RegenTrack.Domain.Treatments;
using RegenTrack.Interop.Safety;
using RegenTrack.Interop.Treatments;
using RegenTrack.Tests.Cells;

namespace RegenTrack.Tests.Treatments;

/// <summary>What a hospital's system sends, as it would write it.</summary>
internal static class HospitalMessages
{
    public static string Enrolment(string number = "HB-001", string consent = "active", string? items = null, string? plan = null) => $$$$"""
        {"resourceType":"Bundle","type":"transaction","entry":[
          {"fullUrl":"urn:uuid:6a0c2f2e-0000-4000-8000-000000000001","request":{"method":"POST","url":"Patient"},
           "resource":{"resourceType":"Patient","identifier":[{"system":"{{{{TreatmentNames.SubjectNumber}}}}","value":"{{{{number}}}}"}],"gender":"female","birthDate":"1961-04-02"}},
          {"fullUrl":"urn:uuid:6a0c2f2e-0000-4000-8000-000000000002","request":{"method":"POST","url":"Consent"},
           "resource":{"resourceType":"Consent","status":"{{{{consent}}}}","scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"treatment"}]},
             "category":[{"coding":[{"system":"http://loinc.org","code":"59284-0"}]}],"patient":{"reference":"urn:uuid:6a0c2f2e-0000-4000-8000-000000000001"},"dateTime":"2026-07-02",
             "policyRule":{"text":"A11-2"},"sourceAttachment":{"contentType":"application/pdf","data":"JVBERi0xLjc="},
             "extension":[{"url":"{{{{TreatmentNames.ConsentFormVersion}}}}","valueString":"v2"}{{{{items ?? AllItems}}}}]}},
          {"fullUrl":"urn:uuid:6a0c2f2e-0000-4000-8000-000000000003","request":{"method":"POST","url":"CarePlan"},
           "resource":{"resourceType":"CarePlan","status":"active","intent":"plan","subject":{"reference":"urn:uuid:6a0c2f2e-0000-4000-8000-000000000001"},
             "period":{"start":"2026-07-03"},"supportingInfo":[{"reference":"Task/{{{{plan ?? TreatmentStory.Plan.Value}}}}"}],
             "extension":[{"url":"{{{{TreatmentNames.EligibilityGround}}}}","valueCode":"intractable"},{"url":"{{{{TreatmentNames.SelectionCriteriaMet}}}}","valueBoolean":true}]}}]}
        """;

    private static string AllItems => string.Concat(Enum.GetValues<ConsentItem>().Select(item =>
        "," + $$$$"""{"url":"{{{{TreatmentNames.ConsentItem}}}}","valueCode":"{{{{KebabCodes<ConsentItem>.Of(item)}}}}"}"""));

    public static string Administration(string plan, string? lot = null, string at = "2026-07-06T09:00:00+09:00") => $$$$"""
        {"resourceType":"Procedure","status":"completed","code":{"text":"MSC 관절강 내 투여"},"basedOn":[{"reference":"CarePlan/{{{{plan}}}}"}],
         "subject":{"reference":"Patient/x"},"performedDateTime":"{{{{at}}}}",
         "extension":[{"url":"{{{{TreatmentNames.UsedProduct}}}}","extension":[
           {"url":"product","valueReference":{"reference":"BiologicallyDerivedProduct/{{{{lot ?? CellsStory.Lot.Value}}}}"}},
           {"url":"quantity","valueQuantity":{"value":1,"system":"http://unitsofmeasure.org","code":"{vial}"}},
           {"url":"route","valueString":"intra-articular"}]}]}
        """;

    public static string Withdrawal(string plan, string on = "2026-07-06") => $$$$"""
        {"resourceType":"Consent","id":"{{{{plan}}}}","status":"inactive","scope":{"text":"treatment"},"category":[{"text":"동의"}],"policyRule":{"text":"A11-2"},"provision":{"period":{"end":"{{{{on}}}}"}}}
        """;

    public static string AdverseEvent(string procedure, string detected = "2026-07-06T09:50:00+09:00", string outcome = "recovering", string extra = "", string? id = null) => $$$$"""
        {"resourceType":"AdverseEvent",{{{{(id is null ? "" : $"\"id\":\"{id}\",")}}}}"actuality":"actual","event":{"text":"발열"},"subject":{"reference":"Patient/x"},
         "date":"2026-07-06","detected":"{{{{detected}}}}",
         "seriousness":{"coding":[{"system":"{{{{SafetyNames.SeriousnessCodes}}}}","code":"Serious"}]},
         "outcome":{"coding":[{"system":"{{{{SafetyNames.OutcomeCodes}}}}","code":"{{{{outcome}}}}"}]},
         "suspectEntity":[{"instance":{"reference":"{{{{procedure}}}}"},"causality":[{"assessment":{"coding":[{"system":"{{{{SafetyNames.CausalityCodes}}}}","code":"possible"}]},"productRelatedness":"시간적 선후관계"}]}],
         "extension":[{"url":"{{{{SafetyNames.Grade}}}}","valueCodeableConcept":{"coding":[{"system":"{{{{SafetyNames.GradeCodes}}}}","code":"3"}]}},
           {"url":"{{{{SafetyNames.SeriousnessCriteria}}}}","extension":[{"url":"criterionCode","valueCodeableConcept":{"coding":[{"system":"{{{{SafetyNames.IchCriteria}}}}","code":"33"}]}},{"url":"criterionPresent","valueBoolean":true}]}{{{{extra}}}}]}
        """;
}
