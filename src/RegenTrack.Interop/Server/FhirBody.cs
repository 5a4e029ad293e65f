using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;

namespace RegenTrack.Interop.Server;

/// <summary>Reads a request body within the limit and checks its structure.</summary>
internal static class FhirBody
{
    /// <summary>Whether there is a body at all, whether or not its length is said.</summary>
    public static bool IsSent(HttpContext http) => http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? http.Request.ContentLength is not (null or 0);

    /// <summary>The document, or the reply that refuses it.</summary>
    public static async Task<(FhirDocument? Document, FhirReply? Refusal)> Read(HttpContext http)
    {
        if (FhirFormat.UnsupportedBody(http.Request) is { } unsupported)
            return (null, unsupported);

        // The server's own limit would cut the connection before the caller has read why.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = null;

        if (http.Request.ContentLength > FhirLimits.Default.Bytes)
            return (null, TooLarge());

        var document = await FhirDocument.ReadAsync(http.Request.BodyReader, screen: Screens.ResidentNumber(Today(http)), cancellationToken: http.RequestAborted);
        http.Response.RegisterForDispose(document);
        return document switch
        {
            { HasErrors: false } => (OwnAddress.Localised(document, FhirHttp.Base(http.Request)), null),
            { Issues: [{ Code: "document-too-large" }] } => (null, TooLarge()),
            _ => (null, FhirReply.Failed(400, document.Issues)),
        };
    }

    private static FhirReply TooLarge()
    {
        var limit = FhirLimits.Default.Bytes >> 20;
        return FhirReply.Failed(413, Issue.Error("too-long", "document-too-large", $"본문은 {limit} MiB를 넘을 수 없습니다. 나누어 보내십시오.", $"The body is larger than {limit} MiB. Send it in parts."));
    }

    private static DateOnly Today(HttpContext http) => KoreanTime.DayOf(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
}
