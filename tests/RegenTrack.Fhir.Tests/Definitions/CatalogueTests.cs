using System.Text.Json;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Tests.Definitions;

public class CatalogueTests
{
    private const string Hl7 = "http://hl7.org/fhir/ValueSet/";
    private const string V3 = "http://terminology.hl7.org/CodeSystem/";

    [Fact]
    public void all_official_definitions_are_there()
    {
        Assert.Equal(147, R4.Definitions.ResourceTypes.Count());
        Assert.True(Catalogue.R4.All("StructureDefinition").Count() >= 645);
        Assert.True(Catalogue.R4.All("ValueSet").Count() >= 1317);
        Assert.True(Catalogue.R4.All("CodeSystem").Count() >= 1062);
        Assert.True(Catalogue.R4.All("SearchParameter").Count() >= 1378);
    }

    [Theory]
    [InlineData(Hl7 + "administrative-gender", "http://hl7.org/fhir/administrative-gender", "female", true)]
    [InlineData(Hl7 + "administrative-gender", "http://hl7.org/fhir/administrative-gender", "kind", false)]
    [InlineData(Hl7 + "administrative-gender", V3 + "v3-ActCode", "female", false)]
    [InlineData(Hl7 + "all-types", "http://hl7.org/fhir/resource-types", "Patient", true)]
    [InlineData(Hl7 + "all-types", "http://hl7.org/fhir/data-types", "Quantity", true)]
    [InlineData("http://terminology.hl7.org/ValueSet/v3-ActEncounterCode", V3 + "v3-ActCode", "IMP", true)]
    [InlineData("http://terminology.hl7.org/ValueSet/v3-ActEncounterCode", V3 + "v3-ActCode", "_ActEncounterCode", false)]
    [InlineData("http://terminology.hl7.org/ValueSet/v3-ActEncounterCode", V3 + "v3-ActCode", "ABSTRACT-NONE", false)]
    [InlineData(Hl7 + "relatedperson-relationshiptype", V3 + "v2-0131", "C", true)]
    [InlineData(Hl7 + "body-site", "http://snomed.info/sct", "368209003", null)]
    [InlineData(Hl7 + "body-site", "http://example.org/other", "368209003", false)]
    [InlineData(Hl7 + "mimetypes", "urn:ietf:bcp:13", "text/plain", null)]
    public void a_value_set_knows_its_codes_and_what_it_cannot_know(string valueSet, string system, string code, bool? expected)
    {
        Assert.Equal(expected, Catalogue.R4.Codes(valueSet + "|4.0.1")!.Contains(system, code));
    }

    [Fact]
    public void added_resources_stand_beside_and_before_the_official_ones()
    {
        var codes = JsonElement.Parse("""{"resourceType":"CodeSystem","url":"http://x/cs","content":"complete","concept":[{"code":"a","concept":[{"code":"b"}]},{"code":"c"}]}""");
        var set = JsonElement.Parse("""{"resourceType":"ValueSet","url":"http://x/vs","compose":{"include":[{"system":"http://x/cs","filter":[{"property":"concept","op":"is-a","value":"a"}]},{"system":"http://y","concept":[{"code":"z"}]}],"exclude":[{"system":"http://x/cs","concept":[{"code":"b"}]}]}}""");
        var catalogue = Catalogue.R4.With(codes, set);
        var list = catalogue.Codes("http://x/vs")!;
        Assert.Equal([true, false, false, true], new[] { "a", "b", "c" }.Select(code => list.Contains("http://x/cs", code)).Append(list.Contains("http://y", "z")));
        Assert.True(list.IsListed);
        Assert.True(list.Contains("z"));
        Assert.Null(Catalogue.R4.Codes("http://x/vs"));
        Assert.NotNull(catalogue.Codes(Hl7 + "administrative-gender"));
    }

    [Fact]
    public void sets_that_take_in_each_other_have_an_end()
    {
        static JsonElement Set(string url, string other) => JsonElement.Parse($$$"""{"resourceType":"ValueSet","url":"{{{url}}}","compose":{"include":[{"valueSet":["{{{other}}}"]}]}}""");
        Assert.Null(Catalogue.R4.With(Set("http://x/1", "http://x/2"), Set("http://x/2", "http://x/1")).Codes("http://x/1")!.Contains("s", "c"));
    }

    [Fact]
    public void types_that_callers_make_up_are_not_types()
    {
        Assert.All(["Pet", "DomainResource", "", "Patient.contact", "Patient.", ".", "http://hl7.org/fhir/StructureDefinition/Patient"], name => Assert.False(R4.Definitions.IsResource(name)));
    }
}
