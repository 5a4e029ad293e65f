using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Patching;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>PATCH of Type/id: a JSON Patch, or a FHIRPath Patch as a Parameters resource. What comes out is an update like any other.</summary>
internal static class PatchEndpoint
{
    private const string JsonPatchType = "application/json-patch+json";

    public static async Task<FhirReply> Answer(HttpContext http, IResourceDoor door, string id)
    {
        var isJsonPatch = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType.Equals(JsonPatchType, StringComparison.OrdinalIgnoreCase);
        if (!isJsonPatch && FhirFormat.UnsupportedBody(http.Request) is { } unsupported)
            return unsupported;
        if (await Body(http) is not { } patch)
            return FhirReply.Failed(413, Issue.Error("too-long", "document-too-large", "패치가 너무 큽니다.", "The patch is too large."));
        var (call, refusal) = Calls.Of(http, null);
        if (call is null)
            return refusal!;
        var read = await RestrictedDoor.For(door, call).Read(id, call);
        if (read.Stored is not { Body: { } body } stored)
            return read;
        var patched = isJsonPatch ? JsonPatch.Apply(body, patch) : FhirPathPatch.Apply(body, patch);
        if (!patched.Succeeded)
            return FhirReply.Unprocessable(patched.Issues);
        var today = KoreanTime.DayOf(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var document = FhirDocument.Parse(patched.Document, screen: Screens.ResidentNumber(today));
        if (document.HasErrors)
            return FhirReply.Unprocessable(document.Issues);

        // What was patched is what was read: somebody else's change in between is a conflict even if the caller named no version.
        var expecting = call with { ExpectedVersion = call.ExpectedVersion ?? stored.Version };
        return await RestrictedDoor.For(door, expecting).Update(id, document, expecting);
    }

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
