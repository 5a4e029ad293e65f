namespace RegenTrack.Fhir.Tests.Validation;

public class RuleTests
{
    private const string Ok = """ "status":"final","code":{"text":"x"} """;

    [Theory]
    [InlineData("""{"resourceType":"Patient","name":[{"id":"only"}]}""", "+element-empty Patient.name[0]")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"http://x"}]}""", "+extension-shape Patient.extension[0]")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"http://x","valueCode":"a","extension":[{"url":"http://y","valueCode":"b"}]}]}""", "+extension-shape Patient.extension[0]")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"x","valueCode":"a"}]}""", "+extension-url-relative Patient.extension[0]")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/observation-bodyPosition","valueCodeableConcept":{"text":"a"}}]}""", "+extension-context Patient.extension[0]")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthPlace","valueString":"a"}]}""", "+profile-type-not-allowed Patient.extension[0].value.ofType(string)")]
    [InlineData("""{"resourceType":"Patient","modifierExtension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthPlace","valueAddress":{"text":"a"}}]}""", "+extension-modifier Patient.modifierExtension[0]")]
    [InlineData("""{"resourceType":"Patient","modifierExtension":[{"url":"http://x","valueCode":"a"}]}""", "~modifier-extension-unknown Patient.modifierExtension[0]")]
    [InlineData("""{"resourceType":"Patient","birthDate":"2026","_birthDate":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthTime","valueDateTime":"2026-01-01T10:00:00Z"}]}}""")]
    [InlineData("""{"resourceType":"Patient","deceasedDateTime":"2026","_deceasedDateTime":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthTime","valueDateTime":"2026-01-01T10:00:00Z"}]}}""", "+extension-context Patient.deceased.ofType(dateTime).extension[0]")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-nationality","extension":[{"url":"code","valueCodeableConcept":{"text":"KR"}}]}]}""")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-nationality","extension":[{"url":"code","valueString":"KR"}]}]}""", "+profile-type-not-allowed Patient.extension[0].extension[0].value.ofType(string)")]
    [InlineData("""{"resourceType":"Patient","contact":[{"gender":"male"}]}""", "+invariant-violated Patient.contact[0]")]
    [InlineData("""{"resourceType":"Patient","telecom":[{"value":"1"}]}""", "+invariant-violated Patient.telecom[0]")]
    [InlineData("""{"resourceType":"Patient","link":[{"other":{"reference":"Observation/1"},"type":"seealso"}]}""", "+reference-target-type Patient.link[0].other")]
    [InlineData("""{"resourceType":"Patient","link":[{"other":{"reference":"https://h.example/fhir/Observation/1/_history/2"},"type":"seealso"}]}""", "+reference-target-type Patient.link[0].other")]
    [InlineData("""{"resourceType":"Patient","link":[{"other":{"type":"Observation","identifier":{"value":"1"}},"type":"seealso"}]}""", "+reference-target-type Patient.link[0].other")]
    [InlineData("""{"resourceType":"Patient","link":[{"other":{"type":"RelatedPerson","reference":"Patient/1"},"type":"seealso"}]}""", "+reference-type-mismatch Patient.link[0].other")]
    [InlineData("""{"resourceType":"Patient","managingOrganization":{"reference":"#o"}}""", "+contained-reference-unresolved Patient.managingOrganization")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Patient","id":"o"}],"managingOrganization":{"reference":"#o"}}""", "+reference-target-type Patient.managingOrganization")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o","name":"n"}]}""", "+contained-unused Patient.contained[0]")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o","name":"n","meta":{"versionId":"1"}}],"managingOrganization":{"reference":"#o"}}""", "+contained-meta Patient.contained[0]")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o","name":"n"},{"resourceType":"Organization","id":"o","name":"n"}],"managingOrganization":{"reference":"#o"}}""", "+contained-duplicate-id Patient.contained[1]")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o","name":"n","contained":[{"resourceType":"Patient","id":"p"}],"partOf":{"reference":"#p"}}],"managingOrganization":{"reference":"#o"}}""", "+contained-reference-unresolved Patient.contained[0].partOf", "+contained-nested Patient.contained[0]")]
    [InlineData("""{"resourceType":"Patient","maritalStatus":{"coding":[{"system":"http://other","code":"x"}]}}""", "~code-outside-value-set Patient.maritalStatus")]
    [InlineData("""{"resourceType":"Patient","maritalStatus":{"text":"x"}}""")]
    [InlineData("""{"resourceType":"Patient","meta":{"profile":["http://unknown"]}}""", "~profile-unknown Patient")]
    [InlineData("""{"resourceType":"Patient","meta":{"profile":["http://hl7.org/fhir/StructureDefinition/vitalsigns"]}}""", "+profile-type Patient")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://h/Patient/1","resource":{"resourceType":"Patient","id":"2"}}]}""", "+bundle-fullurl-id Bundle.entry[0]")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://h/Patient/1/_history/1","resource":{"resourceType":"Patient","id":"1"}}]}""", "+invariant-violated Bundle.entry[0]")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://h/Patient/1","resource":{"resourceType":"Patient","id":"1"}},{"fullUrl":"http://h/Patient/1","resource":{"resourceType":"Patient","id":"1"}}]}""", "+bundle-duplicate-entry Bundle.entry[1]")]
    [InlineData("""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Patient"},"request":{"method":"POST","url":"Observation"}}]}""", "+bundle-request-url Bundle.entry[0]")]
    [InlineData("""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Patient","id":"1"},"request":{"method":"PUT","url":"Patient/2"}}]}""", "+bundle-request-url Bundle.entry[0]")]
    [InlineData("""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Patient","id":"1"}}]}""", "+invariant-violated Bundle")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","contact":[{"gender":"male"}]}}]}""", "+invariant-violated Bundle.entry[0].resource.contact[0]")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0","resource":{"resourceType":"Patient"}},{"fullUrl":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e1","resource":{"resourceType":"Encounter","status":"planned","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},"serviceProvider":{"reference":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0"}}}]}""", "+reference-target-type Bundle.entry[1].resource.serviceProvider")]
    [InlineData("""{"resourceType":"Patient","n\u0061me":[{"id":"only"}]}""", "+element-empty Patient.name[0]")]
    public void every_rule_of_the_base_is_kept(string resource, params string[] expected) => Assert.Equal(expected, Validating.Find(resource));

    [Theory]
    [InlineData(""" "id":"Observation.subject","path":"Observation.subject","min":1 """, "", "+profile-min Observation")]
    [InlineData(""" "id":"Observation.note","path":"Observation.note","max":"0" """, ""","note":[{"text":"n"}]""", "+profile-max Observation")]
    [InlineData(""" "id":"Observation.note","path":"Observation.note","max":"1" """, ""","note":[{"text":"n"},{"text":"n"}]""", "+profile-max Observation")]
    [InlineData(""" "id":"Observation.status","path":"Observation.status","fixedCode":"amended" """, "", "+profile-fixed Observation.status")]
    [InlineData(""" "id":"Observation.code","path":"Observation.code","fixedCodeableConcept":{"text":"x"} """, "")]
    [InlineData(""" "id":"Observation.code","path":"Observation.code","patternCodeableConcept":{"coding":[{"code":"y"}]} """, "", "+profile-pattern Observation.code")]
    [InlineData(""" "id":"Observation.value[x]","path":"Observation.value[x]","type":[{"code":"string"},{"code":"integer"}] """, ""","valueBoolean":true""", "+profile-type-not-allowed Observation.value.ofType(boolean)")]
    [InlineData(""" "id":"Observation.value[x]","path":"Observation.value[x]","type":[{"code":"string"}],"maxLength":3 """, ""","valueString":"long" """, "+profile-max-length Observation.value.ofType(string)")]
    [InlineData(""" "id":"Observation.value[x]","path":"Observation.value[x]","type":[{"code":"integer"}],"minValueInteger":3 """, ""","valueInteger":2""", "+profile-range Observation.value.ofType(integer)")]
    [InlineData(""" "id":"Observation.valueQuantity","path":"Observation.valueQuantity","maxValueQuantity":{"value":5.0,"code":"mg"} """, ""","valueQuantity":{"value":5.10,"code":"mg","system":"http://unitsofmeasure.org"} """, "+profile-range Observation.value.ofType(Quantity)")]
    [InlineData(""" "id":"Observation.code","path":"Observation.code","binding":{"strength":"required","valueSet":"http://hl7.org/fhir/ValueSet/administrative-gender"} """, "", "+code-not-in-value-set Observation.code")]
    [InlineData(""" "id":"Observation.code","path":"Observation.code","binding":{"strength":"extensible","valueSet":"http://hl7.org/fhir/ValueSet/administrative-gender"} """, "")]
    [InlineData(""" "id":"Observation.subject","path":"Observation.subject","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Patient"]}] """, ""","subject":{"reference":"Device/1"} """, "+reference-target-type Observation.subject")]
    [InlineData(""" "id":"Observation.subject","path":"Observation.subject","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Patient"],"aggregation":["contained"]}] """, ""","subject":{"reference":"Patient/1"} """, "+reference-aggregation Observation.subject")]
    [InlineData(""" "id":"Observation.focus","path":"Observation.focus","type":[{"code":"Reference","targetProfile":["http://example.org/StructureDefinition/named"]}] """, ""","contained":[{"resourceType":"Patient","id":"p"}],"focus":[{"reference":"#p"}] """, "+reference-target-profile Observation.focus[0]")]
    [InlineData(""" "id":"Observation.focus","path":"Observation.focus","type":[{"code":"Reference","targetProfile":["http://example.org/StructureDefinition/named"]}] """, ""","contained":[{"resourceType":"Patient","id":"p","name":[{"text":"n"}]}],"focus":[{"reference":"#p"}] """)]
    [InlineData(""" "id":"Observation","path":"Observation","constraint":[{"key":"own-1","severity":"error","human":"needs a note","expression":"note.exists()"}] """, "", "+invariant-violated Observation")]
    [InlineData(""" "id":"Observation","path":"Observation","constraint":[{"key":"own-2","severity":"warning","human":"should have a note","expression":"note.exists()"}] """, "", "~invariant-violated Observation")]
    [InlineData(""" "id":"Observation.code","path":"Observation.code","constraint":[{"key":"own-3","severity":"error","human":"needs codes","expression":"coding.exists()"}] """, "", "+invariant-violated Observation.code")]
    [InlineData(""" "id":"Observation","path":"Observation","constraint":[{"key":"own-4","severity":"error","human":"is no expression","expression":"note.("}] """, "", "~invariant-not-checked Observation")]
    [InlineData(""" "id":"Observation","path":"Observation","constraint":[{"key":"own-5","severity":"error","human":"named people","expression":"contained.all(conformsTo('http://example.org/StructureDefinition/named'))"}] """, ""","contained":[{"resourceType":"Patient","id":"p"}],"subject":{"reference":"#p"} """, "+invariant-violated Observation")]
    [InlineData(""" "id":"Observation","path":"Observation","constraint":[{"key":"own-5","severity":"error","human":"named people","expression":"contained.all(conformsTo('http://example.org/StructureDefinition/named'))"}] """, ""","contained":[{"resourceType":"Patient","id":"p","name":[{"text":"n"}]}],"subject":{"reference":"#p"} """)]
    [InlineData(""" "id":"Observation.subject","path":"Observation.subject","constraint":[{"key":"own-6","severity":"error","human":"a man","expression":"resolve().gender = 'male'"}] """, ""","contained":[{"resourceType":"Patient","id":"p","gender":"female"}],"subject":{"reference":"#p"} """, "+invariant-violated Observation.subject")]
    [InlineData(""" "id":"Observation.code","path":"Observation.code","constraint":[{"key":"own-7","severity":"error","human":"of its own code","expression":"memberOf('http://hl7.org/fhir/ValueSet/administrative-gender')"}] """, "", "+invariant-violated Observation.code")]
    [InlineData(""" "id":"Observation.component.value[x]","path":"Observation.component.value[x]","min":1 """, ""","component":[{"code":{"text":"c"}},{"code":{"text":"d"},"valueString":"v"}] """, "+profile-min Observation.component[0]")]
    [InlineData(""" "id":"Observation.extension:pos","path":"Observation.extension","sliceName":"pos","min":1,"type":[{"code":"Extension","profile":["http://hl7.org/fhir/StructureDefinition/observation-bodyPosition"]}] """, "", "+profile-min Observation")]
    [InlineData(""" "id":"Observation.extension:pos","path":"Observation.extension","sliceName":"pos","min":1,"type":[{"code":"Extension","profile":["http://hl7.org/fhir/StructureDefinition/observation-bodyPosition"]}] """, ""","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/observation-bodyPosition","valueCodeableConcept":{"text":"lying"}}] """)]
    public void every_rule_of_a_profile_is_kept(string element, string more, params string[] expected)
    {
        var named = Validating.Profile("named", "Patient", """{"id":"Patient.name","path":"Patient.name","min":1}""");
        var profile = Validating.Profile("own", "Observation", $"{{{element}}}");
        Assert.Equal(expected, Validating.Find($"{{\"resourceType\":\"Observation\",{Ok}{more}}}", "own", profile, named));
    }

    [Fact]
    public void what_a_profile_says_of_an_entry_is_about_the_entry()
    {
        var own = Validating.Profile("entry-of-own", "Patient", """{"id":"Patient.contact","path":"Patient.contact","constraint":[{"key":"own-8","severity":"error","human":"same","expression":"%resource is Patient and name.text = %resource.name.text"}]}""");
        var bundle = Validating.Profile("bundle", "Bundle", """{"id":"Bundle.entry.resource","path":"Bundle.entry.resource","type":[{"code":"Patient","profile":["http://example.org/StructureDefinition/entry-of-own"]}]}""");
        static string Entry(string contact) => $$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","name":[{"text":"a"}],"contact":[{"name":{"text":"{{{contact}}}"}}]}}]}""";
        Assert.Empty(Validating.Find(Entry("a"), "bundle", bundle, own));
        Assert.Equal(["+invariant-violated Bundle.entry[0].resource.contact[0]"], Validating.Find(Entry("b"), "bundle", bundle, own));
    }

    [Fact]
    public void a_profile_that_is_asked_for_must_be_known() =>
        Assert.Equal(["+profile-unknown Patient"], Validating.Find("""{"resourceType":"Patient"}""", "nowhere"));

    [Fact]
    public void lines_and_columns_point_at_what_is_wrong()
    {
        var document = FhirDocument.Parse("\n  {\"resourceType\": \"Patient\",\n   \"telecom\": [\n     {\"value\": \"가나다\"}]}"u8.ToArray());
        var issue = Assert.Single(new RegenTrack.Fhir.Validation.Validator().Validate(document));
        Assert.Equal((4L, 6L), (issue.Line, issue.Column));
    }
}
