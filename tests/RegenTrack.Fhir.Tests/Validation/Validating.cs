using System.Text;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Fhir.Tests.Validation;

/// <summary>Profiles given as differentials, and what validation finds.</summary>
internal static class Validating
{
    public const string Url = "http://example.org/StructureDefinition/";

    private static readonly Validator Plain = new();

    /// <summary>A constraint on a core type.</summary>
    /// <param name="elements">Lines of the differential, separated by commas.</param>
    public static JsonElement Profile(string id, string type, string elements, string? more = null) => JsonElement.Parse($$$"""
        {"resourceType":"StructureDefinition","url":"{{{Url}}}{{{id}}}","name":"{{{id}}}","status":"draft","kind":"resource","abstract":false,"type":"{{{type}}}",
        "baseDefinition":"http://hl7.org/fhir/StructureDefinition/{{{type}}}","derivation":"constraint",{{{more}}}"differential":{"element":[{{{elements}}}]}}
        """);

    /// <summary>Code and expression of everything found, with a + before errors and a ~ before warnings.</summary>
    public static string[] Find(string resource) => Said(Plain.Validate(Read(resource)));

    /// <summary>The same against the first of some profiles.</summary>
    public static string[] Find(string resource, string profile, params JsonElement[] definitions) =>
        Said(new Validator(Catalogue.R4.With(definitions)).Validate(Read(resource), Url + profile));

    private static FhirDocument Read(string resource) => FhirDocument.Parse(Encoding.UTF8.GetBytes(resource));

    private static string[] Said(IReadOnlyList<Issue> issues)
    {
        Assert.All(issues, issue =>
        {
            Assert.True(issue is { Line: > 0, Column: > 0, Korean.Length: > 0, English.Length: > 0 }, issue.Code);
            Assert.NotNull(issue.Expression);
        });
        return [.. issues.Select(issue => $"{(issue.IsError ? '+' : '~')}{issue.Code} {issue.Expression}")];
    }
}
