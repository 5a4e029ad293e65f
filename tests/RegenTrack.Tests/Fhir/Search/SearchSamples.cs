namespace RegenTrack.Tests.Fhir.Search;

/// <summary>A few resources with a value of each kind that is searched.</summary>
internal static class SearchSamples
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        {"resourceType":"Patient","id":"kim","meta":{"profile":["http://example.org/p"],"tag":[{"system":"urn:t","code":"one"}]},
         "identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},"system":"urn:mrn","value":"A-1"}],
         "name":[{"family":"김","given":["철수"]},{"family":"Kim","given":["Cheol-su"]}],"gender":"female","birthDate":"1980-05-01"}
        """,
        """{"resourceType":"Patient","id":"lee","identifier":[{"system":"urn:mrn","value":"A-2"},{"value":"bare"}],"name":[{"family":"Lee"}],"birthDate":"1990-01-31"}""",
        """{"resourceType":"Patient","id":"ok","gender":"female","name":[{"family":"O'K, Inc"},{"family":"100% A_B"}]}""",
        """
        {"resourceType":"Observation","id":"obs-1","status":"final","code":{"coding":[{"system":"urn:검사","code":"혈당"}]},"subject":{"reference":"Patient/kim"},
         "performer":[{"reference":"http://elsewhere.example/fhir/Organization/x"}],"effectiveDateTime":"2026-01-02T08:00:00+09:00",
         "valueQuantity":{"value":5.4,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}
        """,
        """
        {"resourceType":"Observation","id":"obs-2","status":"final","code":{"coding":[{"system":"urn:lab","code":"glu"}]},"subject":{"reference":"Patient/kim"},
         "performer":[{"identifier":{"system":"urn:org","value":"77"}}],"effectivePeriod":{"start":"2026-03-01"},
         "valueQuantity":{"value":6,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}
        """,
        """
        {"resourceType":"Observation","id":"obs-3","status":"final","code":{"coding":[{"system":"urn:lab","code":"ABO"}]},"subject":{"reference":"Patient/lee"},
         "valueCodeableConcept":{"coding":[{"system":"urn:abo","code":"A"}]}}
        """,
        """{"resourceType":"Procedure","id":"proc","status":"completed","subject":{"reference":"Patient/kim"},"performedPeriod":{"start":"2026-02-03","end":"2026-02-20"}}""",
        """{"resourceType":"Task","id":"task","status":"requested","intent":"order","focus":{"reference":"DocumentReference/doc"}}""",
        """
        {"resourceType":"DocumentReference","id":"doc","status":"current","relatesTo":[{"code":"replaces","target":{"reference":"DocumentReference/older"}}],
         "content":[{"attachment":{"contentType":"text/plain","url":"Binary/1"}}]}
        """,
        """
        {"resourceType":"BiologicallyDerivedProduct","id":"lot","productCategory":"cells","extension":[
          {"url":"http://hl7.org/fhir/5.0/StructureDefinition/extension-BiologicallyDerivedProduct.productStatus","valueCoding":{"system":"https://regentrack.example/fhir/CodeSystem/lot-state","code":"released"}},
          {"url":"http://hl7.org/fhir/5.0/StructureDefinition/extension-BiologicallyDerivedProduct.expirationDate","valueDateTime":"2027-03-01"}]}
        """,
    ];
}
