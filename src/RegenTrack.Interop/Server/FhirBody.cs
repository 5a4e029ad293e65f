using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;

namespace RegenTrack.Interop.Server;

/// <summary>Reads a request body within the limit and checks its structure.</summary>
internal static class FhirBody
{
    /// <summary>The document, or the reply that refuses it.</summary>
    public static async Task<(FhirDocument? Document, FhirReply? Refusal)> Read(HttpContext http)
    {
        if (FhirFormat.UnsupportedBody(http.Request) is { } unsupported)
            return (null, unsupported);

        // The server's own limit would cut the connection before the caller has read why.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = null;

        var limit = FhirLimits.Default.Bytes;
        if (http.Request.ContentLength > limit || await Bytes(http.Request.Body, limit, http.RequestAborted) is not { } bytes)
            return (null, FhirReply.Failed(413, Issue.Error("too-long", "document-too-large", $"본문은 {limit >> 20} MiB를 넘을 수 없습니다. 나누어 보내십시오.", $"The body is larger than {limit >> 20} MiB. Send it in parts.")));

        var document = FhirDocument.Parse(bytes, screen: Screens.ResidentNumber(Today(http)));
        return document.HasErrors ? (null, FhirReply.Failed(400, document.Issues)) : (document, null);
    }

    private static DateOnly Today(HttpContext http) => KoreanTime.DayOf(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    private static async Task<ReadOnlyMemory<byte>?> Bytes(Stream body, int limit, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await body.ReadAsync(part, ct) is var read and > 0)
        {
            if (buffer.Length + read > limit)
                return null;
            buffer.Write(part, 0, read);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
