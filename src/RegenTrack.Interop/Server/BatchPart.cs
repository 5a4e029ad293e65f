using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Server;

/// <summary>Marks a request as one entry of a batch.</summary>
/// <param name="CommandId">Under which what it does is done once.</param>
/// <param name="IsNamed">Whether the sender named the batch's.</param>
internal sealed record BatchPart(string CommandId, bool IsNamed)
{
    private static readonly (string Member, string Header)[] Conditions =
        [("ifMatch", "If-Match"), ("ifNoneExist", "If-None-Exist"), ("ifNoneMatch", "If-None-Match"), ("ifModifiedSince", "If-Modified-Since")];

    private static readonly string[] OfTheWhole = ["Prefer", "X-Provenance"];

    /// <summary>The entry as a request of its own by the same caller.</summary>
    /// <param name="resource">Of the entry; undefined when it carries none.</param>
    public static HttpContext Request(HttpContext whole, FhirEntry entry, JsonElement resource, FhirCall call)
    {
        var part = new DefaultHttpContext { User = whole.User, RequestServices = whole.RequestServices, RequestAborted = whole.RequestAborted, TraceIdentifier = whole.TraceIdentifier };
        var (request, from) = (part.Request, whole.Request);
        (request.Method, request.Scheme, request.Host, request.PathBase) = (entry.Method, from.Scheme, from.Host, from.PathBase);
        request.Path = $"{FhirServer.Root}/{string.Join('/', entry.Address)}";
        if (entry.Url.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0)
            request.QueryString = new QueryString(entry.Url[mark..]);
        foreach (var name in OfTheWhole.Where(from.Headers.ContainsKey))
            request.Headers[name] = from.Headers[name];
        foreach (var (member, header) in Conditions)
        {
            if (entry.Asked.Text(member) is { } value)
                request.Headers[header] = value;
        }

        if (resource.ValueKind == JsonValueKind.Object)
            Carry(request, entry, resource);
        part.Response.Body = new MemoryStream();
        part.Features.Set(new BatchPart(call.CommandId, call.IsNamed));
        return part;
    }

    private static void Carry(HttpRequest request, FhirEntry entry, JsonElement resource)
    {
        var patch = entry.Method == "PATCH" && entry.Type == "Binary" ? SentPatch.Of(entry) : null;
        request.ContentType = patch is null ? FhirFormat.MediaType : SentPatch.JsonPatchType;
        request.Body = new MemoryStream(patch?.Bytes.ToArray() ?? Encoding.UTF8.GetBytes(resource.GetRawText()));
    }
}
