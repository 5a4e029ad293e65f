using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.App.Vault;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Search;
using RegenTrack.Interop.Server.Search;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Records;

/// <summary>What of a practitioner may stand in events and rows: nothing that tells who it is (ADR 57).</summary>
internal static class PersonalContent
{
    /// <summary>The resource with no more than what it is, whether it is active, by which codes it is qualified, and its profiles and labels.</summary>
    public static string Rest(JsonElement resource, string id)
    {
        var rest = Resource(KeptTypes.Person, id);
        var profiles = resource.Items("meta", "profile").Select(one => JsonValue.Create(one.GetString()));
        rest["meta"] = new JsonObject { ["profile"] = Many(profiles), ["security"] = Codes(resource.Items("meta", "security")), ["tag"] = Codes(resource.Items("meta", "tag")) };
        rest["active"] = resource.Flag("active");
        rest["qualification"] = Many(resource.Items("qualification").Select(one => Codes(one.Items("code", "coding"))).Where(codes => codes.Count > 0)
            .Select(codes => new JsonObject { ["code"] = new JsonObject { ["coding"] = codes } }));
        return Encoding.UTF8.GetString(rest.ToFhir());
    }

    /// <summary>By which its identifiers are found.</summary>
    public static IReadOnlyList<string> Marks(JsonElement resource, VaultKey key) =>
    [
        .. Searchable.Parameters.Extract(resource).OfType<TokenKey>().Where(token => Searchable.IsMarked(KeptTypes.Person, token.Parameter))
            .SelectMany(token => Spelling.Of(token).Prepend(Spelling.Present)).Distinct(StringComparer.Ordinal).Select(key.Mark).Order(StringComparer.Ordinal),
    ];

    // A display may say anything.
    private static JsonArray Codes(IEnumerable<JsonElement> codings) =>
        Many(codings.Where(coding => coding.Text("code") is not null).Select(coding => new JsonObject { ["system"] = coding.Text("system"), ["code"] = coding.Text("code") }));
}
