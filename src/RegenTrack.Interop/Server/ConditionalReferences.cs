using System.Runtime.InteropServices;
using System.Text.Json;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Server;

/// <summary>References of a Bundle's entries that name a resource by a search (<c>Device?identifier=…</c>). Each must fit exactly one that the caller sees.</summary>
internal sealed class ConditionalReferences(DoorMap doors, FhirCall call)
{
    /// <summary>Different ones in one Bundle.</summary>
    public const int Most = BundleRules.LargestBundle;

    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);

    /// <summary>Looks for what a resource refers to so; the refusal when something does not fit exactly one.</summary>
    /// <param name="at">FHIRPath of the resource.</param>
    public async Task<FhirReply?> Find(JsonElement resource, string at)
    {
        var unfit = new List<Issue>();
        foreach (var (reference, place) in In(resource, at))
        {
            if (addresses.ContainsKey(reference))
                continue;
            if (addresses.Count == Most)
                return FhirReply.Failed(400, TooMany(place));
            var mark = reference.IndexOf('?', StringComparison.Ordinal);
            var (found, refusal) = await Conditional.Find(doors, reference[..mark], reference[(mark + 1)..], call, place);
            if (found is null)
                return refusal;
            if (found.Matches is [var (id, _)])
                addresses.Add(reference, $"{reference[..mark]}/{id}");
            else
                unfit.Add(found.Matches.Count == 0 ? Nothing(place) : Conditional.Several(place));
        }

        return unfit.Count == 0 ? null : FhirReply.Failed(412, unfit);
    }

    /// <summary>A document with the addresses of what was found; the document itself when it needs none.</summary>
    public FhirDocument Resolved(FhirDocument document) =>
        addresses.Count > 0 && Readdressing.Readdressed(document.Bytes.Span, addresses.GetValueOrDefault) is { } resolved ? FhirDocument.Parse(resolved) : document;

    /// <summary>The same of one resource.</summary>
    public JsonElement Resolved(JsonElement resource) =>
        addresses.Count > 0 && Readdressing.Readdressed(JsonMarshal.GetRawUtf8Value(resource), addresses.GetValueOrDefault) is { } resolved ? JsonElement.Parse(resolved) : resource;

    private static IEnumerable<(string Reference, string Place)> In(JsonElement element, string place) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => In(item, $"{place}[{index}]")),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.NameEquals("reference"u8) && member.Value.ValueKind == JsonValueKind.String
                ? (member.Value.GetString()!.Split('?', 2) is [var type, _] && R4.Definitions.IsResource(type) ? [(member.Value.GetString()!, $"{place}.reference")] : [])
                : In(member.Value, $"{place}.{member.Name}")),
        _ => [],
    };

    private static Issue Nothing(string at) => Issue.Error(
        "not-found", "reference-fits-nothing", "이 참조의 조건에 맞는 자원이 없거나 볼 수 없습니다.", "No resource that you may see fits the condition of this reference.", at);

    private static Issue TooMany(string at) => Issue.Error(
        "too-costly", "conditional-references-too-many", $"조건부 참조는 한 Bundle에 {Most}가지까지입니다.", $"A Bundle has at most {Most} different conditional references.", at);
}
