using System.Text.Json;

namespace RegenTrack.Fhir.Tests.Validation;

/// <summary>Extensions whose place is said in FHIRPath.</summary>
public sealed class ExtensionContextTests
{
    private const string Extension = $$"""{"url":"{{Validating.Url}}mark","valueCode":"a"}""";

    [Theory]
    [InlineData("name.where(use = 'official')", """ "name":[{"use":"official","family":"A","extension":[@]}] """)]
    [InlineData("name.where(use = 'official')", """ "name":[{"use":"usual","family":"A","extension":[@]}] """, "+extension-context Patient.name[0].extension[0]")]
    [InlineData("name.where(use = 'official')", """ "name":[{"use":"official","family":"A"},{"use":"usual","family":"A","extension":[@]}] """, "+extension-context Patient.name[1].extension[0]")]
    [InlineData("birthDate", """ "birthDate":"2026","_birthDate":{"extension":[@]} """)]
    [InlineData("Patient", """ "extension":[@] """)]
    [InlineData("Patient.where(active)", """ "active":false,"extension":[@] """, "+extension-context Patient.extension[0]")]
    [InlineData("name.nonsense(", """ "extension":[@] """, "+extension-context Patient.extension[0]")]
    public void an_extension_stands_where_its_expression_selects_its_holder(string context, string content, params string[] expected) => Assert.Equal(
        expected,
        Validating.Find($$"""{"resourceType":"Patient",{{content.Replace("@", Extension, StringComparison.Ordinal)}}}""", "any", Validating.Profile("any", "Patient", """ "id":"Patient","path":"Patient" """.Insert(0, "{") + "}"), Marked(context)));

    private static JsonElement Marked(string context) => JsonElement.Parse($$$"""
        {"resourceType":"StructureDefinition","url":"{{{Validating.Url}}}mark","name":"Mark","status":"draft","kind":"complex-type","abstract":false,"type":"Extension",
        "context":[{"type":"fhirpath","expression":{{{JsonSerializer.Serialize(context)}}}}],
        "baseDefinition":"http://hl7.org/fhir/StructureDefinition/Extension","derivation":"constraint",
        "differential":{"element":[{"id":"Extension","path":"Extension"},{"id":"Extension.value[x]","path":"Extension.value[x]","type":[{"code":"code"}]}]}}
        """);
}
