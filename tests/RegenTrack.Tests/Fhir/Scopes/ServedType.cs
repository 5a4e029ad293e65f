using System.Text.Json;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Scopes;

/// <summary>A type that the server serves, as its capability statement has it, with one resource of the hospital's.</summary>
/// <param name="Interactions">Codes of http://hl7.org/fhir/restful-interaction.</param>
/// <param name="Id">Null when the hospital has none.</param>
/// <param name="Body">That resource, which is valid.</param>
internal sealed record ServedType(string Name, IReadOnlySet<string> Interactions, string? Id, string Body)
{
    /// <summary>The same under another id.</summary>
    public string BodyOf(string id) => Body.Replace($"\"id\":\"{Id}\"", $"\"id\":\"{id}\"", StringComparison.Ordinal);

    /// <summary>What a hospital keeps for itself is there once it is sent.</summary>
    private static readonly string[] Kept =
    [
        """{"resourceType":"Device","lotNumber":"1"}""", """{"resourceType":"Group","type":"person","actual":true}""", """{"resourceType":"Location","name":"A"}""",
        """{"resourceType":"Organization","name":"A"}""", """{"resourceType":"PlanDefinition","status":"active"}""", """{"resourceType":"Practitioner","name":[{"text":"A"}]}""", """{"resourceType":"PractitionerRole","active":true}""",
        """{"resourceType":"Questionnaire","status":"active"}""",
        """
        {"resourceType":"Subscription","status":"requested","reason":"a","end":"2027-12-31T00:00:00Z","criteria":"https://regentrack.example/fhir/SubscriptionTopic/supplement-request",
         "channel":{"type":"rest-hook","endpoint":"https://hospital.example/fhir-notices","payload":"application/fhir+json",
         "_payload":{"extension":[{"url":"http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content","valueCode":"id-only"}]}}}
        """,
        """{"resourceType":"ResearchSubject","status":"candidate","study":{"reference":"ResearchStudy/1"},"individual":{"reference":"Patient/1"}}""",
    ];

    public static async Task<IReadOnlyList<ServedType>> All(HospitalClient hospital)
    {
        foreach (var kept in Kept)
            Assert.Equal(201, (await hospital.Post(JsonElement.Parse(kept).Text("resourceType")!, kept)).Status);
        var types = new List<ServedType>();
        foreach (var resource in (await hospital.Get("metadata")).Body.Items("rest").Single().Items("resource"))
        {
            var name = resource.Text("type")!;
            var first = (await hospital.Get($"{name}?_count=1")).Body.Items("entry").Select(entry => entry.At("resource")).FirstOrDefault();
            var id = name == "Binary" ? await Document(hospital) : first?.Text("id");
            types.Add(new ServedType(name, resource.Items("interaction").Select(one => one.Text("code")!).ToHashSet(), id, first?.GetRawText() ?? $$"""{"resourceType":"Binary","id":"{{id}}","contentType":"text/plain"}"""));
        }

        return types;
    }

    // What a document holds is found by the document.
    private static async Task<string?> Document(HospitalClient hospital) => (await hospital.Get("DocumentReference")).Body.Items("entry").SelectMany(entry => entry.At("resource")!.Value.Items("content"))
        .Select(content => content.Text("attachment", "url")).FirstOrDefault(url => url?.Contains("Binary/", StringComparison.Ordinal) == true)?.Split('/')[^1];
}
