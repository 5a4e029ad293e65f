using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server.Exports;

namespace RegenTrack.Interop.Server;

/// <summary>Content negotiation: JSON in UTF-8, in and out.</summary>
internal static class FhirFormat
{
    public const string MediaType = "application/fhir+json";

    private static readonly string[] Json = [MediaType, "application/json", "text/json"];

    /// <summary>406 when the caller wants something else than JSON.</summary>
    public static FhirReply? Unacceptable(HttpRequest request)
    {
        if (IsBinary(request) || request.Path.StartsWithSegments(ExportContent.Path))
            return null;
        if (request.Query["_format"] is [{ Length: > 0 } format])
            return format == "json" || Json.Contains(format.Replace(' ', '+').Split(';')[0]) ? null : NotAcceptable();
        var accepted = request.GetTypedHeaders().Accept;
        return request.Headers.Accept.Count == 0 || accepted.Any(Offered) ? null : NotAcceptable();
    }

    /// <summary>Whether a Binary's content is wanted as a resource in JSON, as the content itself (false), or as something that there is not (null).</summary>
    public static bool? WantsResource(HttpRequest request, string mediaType)
    {
        if (request.Query["_format"] is [{ Length: > 0 }] || request.GetTypedHeaders().Accept is [_, ..] accepted && accepted.Any(one => Json.Contains(one.MediaType.Value, StringComparer.OrdinalIgnoreCase)))
            return true;
        return request.Headers.Accept.Count == 0 || request.GetTypedHeaders().Accept.Any(one => one.Quality is not 0 && new MediaTypeHeaderValue(mediaType).IsSubsetOf(one)) ? false : null;
    }

    /// <summary>415 when the body is said to be something else than JSON in UTF-8.</summary>
    public static FhirReply? UnsupportedBody(HttpRequest request)
    {
        var fits = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && Json.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        return fits ? null : FhirReply.Failed(415, Issue.Error(
            "not-supported", "unsupported-media-type", "본문은 application/fhir+json(UTF-8)이어야 합니다.", "The body must be application/fhir+json in UTF-8."));
    }

    private static bool Offered(MediaTypeHeaderValue accepted) =>
        accepted.Quality is not 0 && (accepted.MatchesAllTypes
            || (accepted.MatchesAllSubTypes && accepted.Type.Equals("application", StringComparison.OrdinalIgnoreCase))
            || Json.Contains(accepted.MediaType.Value, StringComparer.OrdinalIgnoreCase));

    // What a Binary holds has a type of its own, known only once it is read.
    private static bool IsBinary(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments(FhirServer.Root + "/Binary");

    internal static FhirReply NotAcceptable() => FhirReply.Failed(406, Issue.Error(
        "not-supported", "not-acceptable", "응답은 application/fhir+json만 제공합니다.", "Answers are given as application/fhir+json only."));
}
