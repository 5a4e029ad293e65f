namespace RegenTrack.Fhir.Tests.Validation;

public class SlicingTests
{
    private static string Slicing(string path, string kind, string discriminator, string rules = "open", bool ordered = false) =>
        $$$"""{"id":"{{{path}}}","path":"{{{path}}}","slicing":{"discriminator":[{"type":"{{{kind}}}","path":"{{{discriminator}}}"}],"rules":"{{{rules}}}","ordered":{{{(ordered ? "true" : "false")}}}}}""";

    private static string Slice(string path, string name, string rest) => $$$"""{"id":"{{{path}}}:{{{name}}}","path":"{{{path}}}","sliceName":"{{{name}}}",{{{rest}}}}""";

    private static string Part(string path, string slice, string part, string rest) => $$$"""{"id":"{{{path}}}:{{{slice}}}.{{{part}}}","path":"{{{path}}}.{{{part}}}",{{{rest}}}}""";

    private static string Patient(string identifiers) => $$$"""{"resourceType":"Patient","identifier":[{{{identifiers}}}]}""";

    private static readonly string[] Numbers =
    [
        Slicing("Patient.identifier", "value", "system", "closed", ordered: true),
        Slice("Patient.identifier", "a", """ "min":1,"max":"1" """),
        Part("Patient.identifier", "a", "system", """ "min":1,"fixedUri":"http://a" """),
        Part("Patient.identifier", "a", "value", """ "min":1 """),
        Slice("Patient.identifier", "b", """ "min":0,"max":"*" """),
        Part("Patient.identifier", "b", "system", """ "min":1,"patternUri":"http://b" """),
    ];

    [Theory]
    [InlineData("""{"system":"http://a","value":"1"}""")]
    [InlineData("""{"system":"http://a","value":"1"},{"system":"http://b"},{"system":"http://b"}""")]
    [InlineData("""{"system":"http://b"}""", "+profile-min Patient")]
    [InlineData("""{"system":"http://a"}""", "+profile-min Patient.identifier[0]")]
    [InlineData("""{"system":"http://a","value":"1"},{"system":"http://a","value":"2"}""", "+profile-max Patient")]
    [InlineData("""{"system":"http://a","value":"1"},{"system":"http://c"}""", "+slice-closed Patient.identifier[1]")]
    [InlineData("""{"system":"http://b"},{"system":"http://a","value":"1"}""", "+slice-order Patient.identifier[1]")]
    public void slices_by_value_can_be_counted_closed_and_ordered(string identifiers, params string[] expected) =>
        Assert.Equal(expected, Validating.Find(Patient(identifiers), "numbers", Validating.Profile("numbers", "Patient", string.Join(',', Numbers))));

    [Fact]
    public void slices_that_are_open_at_the_end_let_others_only_follow()
    {
        var profile = Validating.Profile("tail", "Patient", string.Join(',', [Slicing("Patient.identifier", "value", "system", "openAtEnd"), .. Numbers[1..]]));
        Assert.Empty(Validating.Find(Patient("""{"system":"http://a","value":"1"},{"system":"http://z"}"""), "tail", profile));
        Assert.Equal(["+slice-order Patient.identifier[1]"], Validating.Find(Patient("""{"system":"http://z"},{"system":"http://a","value":"1"}"""), "tail", profile));
    }

    [Fact]
    public void slices_of_slices_are_counted_among_their_own()
    {
        var profile = Validating.Profile("ward", "Patient", string.Join(',',
            Slicing("Patient.identifier", "value", "system"),
            Slice("Patient.identifier", "a", """ "min":0,"slicing":{"discriminator":[{"type":"value","path":"use"}],"rules":"open"} """),
            Part("Patient.identifier", "a", "system", """ "min":1,"fixedUri":"http://a" """),
            Slice("Patient.identifier", "a/usual", """ "min":1,"max":"1" """),
            Part("Patient.identifier", "a/usual", "use", """ "min":1,"fixedCode":"usual" """)));
        Assert.Empty(Validating.Find(Patient("""{"system":"http://a","use":"usual"},{"system":"http://a"},{"system":"http://z","use":"usual"}"""), "ward", profile));
        Assert.Equal(["+profile-min Patient"], Validating.Find(Patient("""{"system":"http://a"},{"system":"http://z","use":"usual"}"""), "ward", profile));
    }

    [Theory]
    [InlineData("""[{"coding":[{"system":"http://c","code":"x","display":"more"}]}]""")]
    [InlineData("""[{"coding":[{"system":"http://d","code":"x"}]}]""", "+profile-min Observation")]
    [InlineData("""[{"coding":[{"system":"http://d","code":"z"},{"system":"http://c","code":"x"}]},{"text":"other"}]""")]
    public void slices_by_pattern_take_what_includes_it(string categories, params string[] expected)
    {
        var profile = Validating.Profile("category", "Observation", string.Join(',',
            Slicing("Observation.category", "pattern", "$this"),
            Slice("Observation.category", "x", """ "min":1,"max":"1","patternCodeableConcept":{"coding":[{"system":"http://c","code":"x"}]} """)));
        Assert.Equal(expected, Validating.Find($$$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"category":{{{categories}}}}""", "category", profile)
            .Where(one => one[0] == '+'));
    }

    [Theory]
    [InlineData(""" "valueQuantity":{"value":1,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"} """)]
    [InlineData(""" "valueQuantity":{"value":1} """, "+profile-min Observation.value.ofType(Quantity)")]
    [InlineData(""" "valueString":"free" """)]
    [InlineData(""" "valueBoolean":true """, "+profile-type-not-allowed Observation.value.ofType(boolean)")]
    public void slices_by_type_take_one_kind_of_value(string value, params string[] expected)
    {
        var profile = Validating.Profile("typed", "Observation", string.Join(',',
            """{"id":"Observation.value[x]","path":"Observation.value[x]","type":[{"code":"Quantity"},{"code":"string"}],"slicing":{"discriminator":[{"type":"type","path":"$this"}],"rules":"open"}}""",
            """{"id":"Observation.value[x]:valueQuantity","path":"Observation.value[x]","sliceName":"valueQuantity","type":[{"code":"Quantity"}]}""",
            """{"id":"Observation.value[x]:valueQuantity.code","path":"Observation.value[x].code","min":1}"""));
        Assert.Equal(expected, Validating.Find($$$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},{{{value}}}}""", "typed", profile));
    }

    [Theory]
    [InlineData("""{"organization":{"display":"o"},"period":{"start":"2026"}}""")]
    [InlineData("""{"organization":{"display":"o"}}""", "+profile-min Patient.contact[0]")]
    [InlineData("""{"name":{"text":"n"}}""")]
    [InlineData("""{"name":{"text":"n"},"period":{"start":"2026"}}""", "+profile-max Patient.contact[0]")]
    public void slices_by_existence_tell_apart_who_has_an_element(string contact, params string[] expected)
    {
        var profile = Validating.Profile("contact", "Patient", string.Join(',',
            Slicing("Patient.contact", "exists", "organization"),
            Slice("Patient.contact", "of", """ "min":0 """),
            Part("Patient.contact", "of", "period", """ "min":1 """),
            Part("Patient.contact", "of", "organization", """ "min":1 """),
            Slice("Patient.contact", "without", """ "min":0 """),
            Part("Patient.contact", "without", "period", """ "max":"0" """),
            Part("Patient.contact", "without", "organization", """ "max":"0" """)));
        Assert.Equal(expected, Validating.Find($$$"""{"resourceType":"Patient","contact":[{{{contact}}}]}""", "contact", profile));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","id":"p","birthDate":"2026-01-01"}""")]
    [InlineData("""{"resourceType":"Patient","id":"p"}""", "+profile-min Group")]
    public void slices_by_profile_take_what_conforms_to_it(string contained, params string[] expected)
    {
        var born = Validating.Profile("born", "Patient", """{"id":"Patient.birthDate","path":"Patient.birthDate","min":1}""");
        var profile = Validating.Profile("holds", "Group", string.Join(',',
            Slicing("Group.member", "profile", "entity.resolve()"),
            Slice("Group.member", "born", """ "min":1 """),
            Part("Group.member", "born", "entity", $$$""" "type":[{"code":"Reference","targetProfile":["{{{Validating.Url}}}born"]}] """)));
        Assert.Equal(expected, Validating.Find($$$"""{"resourceType":"Group","type":"person","actual":true,"contained":[{{{contained}}}],"member":[{"entity":{"reference":"#p"}}]}""", "holds", profile, born));
    }

    [Theory]
    [InlineData("Specimen/1", "+profile-min Observation")]
    [InlineData("Observation/1")]
    public void slices_by_the_type_of_what_is_referred_to(string reference, params string[] expected)
    {
        var profile = Validating.Profile("derived", "Observation", string.Join(',',
            Slicing("Observation.derivedFrom", "type", "resolve()"),
            Slice("Observation.derivedFrom", "observation", """ "min":1,"type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Observation"]}] """)));
        Assert.Equal(expected, Validating.Find($$$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"derivedFrom":[{"reference":"{{{reference}}}"}]}""", "derived", profile)
            .Where(one => !one.Contains("reference-target", StringComparison.Ordinal)));
    }
}
