using System.Text.Json;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Tests.Guide;

/// <summary>Checks resources against profiles of the guide.</summary>
internal static class Conformance
{
    private static readonly Validator Validator = new();

    /// <summary>Fails when a resource has any error against a profile, or there is no such profile.</summary>
    public static void To(string profile, JsonElement resource)
    {
        var document = FhirDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(resource));
        var wrong = Validator.Validate(document, $"{GuideResources.Base}StructureDefinition/{profile}").Where(issue => issue.IsError || issue.Code == "profile-unknown").Select(issue => $"{issue.Code} @ {issue.Expression}: {issue.English}");
        Assert.Equal((profile, ""), (profile, string.Join("; ", wrong)));
    }

    /// <summary>The same for the entries of a Bundle, by their resource type.</summary>
    public static void OfEntries(JsonElement bundle, params (string Type, string Profile)[] profiles)
    {
        foreach (var (type, profile) in profiles)
        {
            var resources = bundle.Items("entry").Select(entry => entry.At("resource")).OfType<JsonElement>().Where(resource => resource.Text("resourceType") == type).ToList();
            Assert.NotEmpty(resources);
            foreach (var resource in resources)
                To(profile, resource);
        }
    }

    /// <summary>The text of a valid example.</summary>
    public static string Example(string profile) => File.ReadAllText(Path.Combine(GuideStep.Repository(), "fhir-profiles", "examples", profile, "valid-1.json"));
}
