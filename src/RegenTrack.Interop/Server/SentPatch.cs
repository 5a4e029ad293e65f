using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Patching;

namespace RegenTrack.Interop.Server;

/// <summary>A patch as it was sent: a JSON Patch, or a FHIRPath Patch as a Parameters resource.</summary>
internal sealed record SentPatch(ReadOnlyMemory<byte> Bytes, bool IsJsonPatch)
{
    public const string JsonPatchType = "application/json-patch+json";

    /// <summary>The patch of a request, or the reply that refuses it.</summary>
    public static async Task<(SentPatch? Patch, FhirReply? Refusal)> Read(HttpContext http)
    {
        var isJsonPatch = IsJsonPatchType(http.Request.ContentType);
        if (!isJsonPatch && FhirFormat.UnsupportedBody(http.Request) is { } unsupported)
            return (null, unsupported);
        return await Body(http) is { } body
            ? (new SentPatch(body, isJsonPatch), null)
            : (null, FhirReply.Failed(413, Issue.Error("too-long", "document-too-large", "패치가 너무 큽니다.", "The patch is too large.")));
    }

    /// <summary>The patch of a Bundle's entry: Parameters, or a Binary that holds a JSON Patch. Null when it is neither.</summary>
    public static SentPatch? Of(FhirEntry entry)
    {
        if (entry.Type == "Parameters")
            return new SentPatch(Encoding.UTF8.GetBytes(entry.Resource.GetRawText()), false);
        var data = entry.Type == "Binary" && IsJsonPatchType(entry.Resource.Text("contentType")) ? entry.Resource.Text("data") : null;
        var bytes = new byte[data?.Length ?? 0];
        return data is not null && Convert.TryFromBase64String(data, bytes, out var written) ? new SentPatch(bytes.AsMemory(0, written), true) : null;
    }

    /// <summary>What a resource becomes by it, or why it does not.</summary>
    /// <param name="body">The resource as it is stored.</param>
    public (FhirDocument? Document, IReadOnlyList<Issue> Issues) Applied(byte[] body, DateOnly today)
    {
        var patched = IsJsonPatch ? JsonPatch.Apply(body, Bytes) : FhirPathPatch.Apply(body, Bytes);
        if (!patched.Succeeded)
            return (null, patched.Issues);
        var document = FhirDocument.Parse(patched.Document, screen: Screens.ResidentNumber(today));
        return document.HasErrors ? (null, document.Issues) : (document, []);
    }

    private static bool IsJsonPatchType(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(JsonPatchType, StringComparison.OrdinalIgnoreCase);

    private static async Task<ReadOnlyMemory<byte>?> Body(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > FhirLimits.Default.Bytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var patch = read.Buffer.ToArray();
            reader.AdvanceTo(read.Buffer.End);
            return patch;
        }
    }
}
