using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Access;

namespace RegenTrack.Interop.Server;

/// <summary>Writes replies as HTTP.</summary>
public static class FhirHttp
{
    /// <summary>The body of a 401 or 403, for the authentication handler in front of the endpoints.</summary>
    public static Task WriteRefusal(HttpContext http, int status) => TurnAway(http, status == StatusCodes.Status401Unauthorized
        ? FhirReply.Failed(401, Issue.Error("login", "token-required", "유효한 접근 토큰이 필요합니다. /oauth2/token에서 발급받으십시오.", "A valid access token is required. Get one from /oauth2/token."))
        : FhirReply.Failed(403, Issue.Error("forbidden", "forbidden", "이 토큰으로는 할 수 없습니다.", "This token does not allow that.")));

    /// <summary>429: more requests than a client may send.</summary>
    public static Task WriteTooMany(HttpContext http) => TurnAway(http, FhirReply.Failed(429, Issue.Error(
        "throttled", "too-many-requests", "요청이 너무 많습니다. Retry-After가 지난 뒤 다시 보내십시오.", "Too many requests. Send it again after Retry-After.")));

    private static async Task TurnAway(HttpContext http, FhirReply reply)
    {
        await http.RequestServices.GetRequiredService<RefusedAccesses>().Keep(http, reply.Status);
        await Write(http, reply);
    }

    /// <summary>503: something that every request needs does not answer.</summary>
    internal static Task WriteFault(HttpContext http) => Write(http, FhirReply.Failed(503, Issue.Error(
        "transient",
        "temporarily-unavailable",
        $"지금은 처리할 수 없습니다. 잠시 뒤 같은 요청 번호로 다시 보내십시오. 문의 번호: {http.TraceIdentifier}",
        $"It cannot be done just now. Send it again shortly with the same request id. Ask with number {http.TraceIdentifier}")));

    internal static Task Write(HttpContext http, FhirReply reply)
    {
        if (reply.Content is { } content)
        {
            switch (FhirFormat.WantsResource(http.Request, content.MediaType))
            {
                case false:
                    http.Response.Headers.CacheControl = "no-store";
                    return content.Write(http);
                case true:
                    reply = FhirReply.Ok(content.Resource());
                    break;
                default:
                    reply = FhirFormat.NotAcceptable();
                    break;
            }
        }

        var response = http.Response;
        response.StatusCode = reply.Status;
        response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in reply.Headers)
            response.Headers[name] = value;
        if (reply.Version is { } version)
            response.Headers.ETag = HttpNames.ETag(version);
        if (reply.Location is { } location)
            response.Headers.Location = $"{Base(http.Request)}/{location}{(reply.Stored is { } made ? $"/_history/{made.Version.ToString(CultureInfo.InvariantCulture)}" : "")}";
        if (reply.Stream is { } stream)
        {
            response.ContentType = FhirFormat.MediaType + "; charset=utf-8";
            return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : stream(http);
        }

        if (reply.Stored is { } stored)
            response.Headers.LastModified = stored.Updated.ToString("R", CultureInfo.InvariantCulture);
        if (IsKnown(http.Request, reply))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        if (Preferred(http.Request, reply) is not { } shown)
            return Task.CompletedTask;
        if (shown.Stored is { Body: { } kept } && http.Request.Query["_pretty"] != "true")
            return Send(http, Stamping.Stamped(kept, shown.Stored.Version, shown.Stored.Updated));
        if (shown.Shown is not { } body)
            return Task.CompletedTask;
        if (body is JsonObject bundle && (string?)bundle["resourceType"] == "Bundle" && (string?)bundle["type"] == "searchset")
            SearchBundle.Address(bundle, Base(http.Request), Base(http.Request) + http.Request.Path.Value![FhirServer.Root.Length..] + http.Request.QueryString);

        return Send(http, body.ToFhir(http.Request.Query["_pretty"] == "true"));
    }

    private static Task Send(HttpContext http, byte[] bytes)
    {
        var response = http.Response;
        response.ContentType = FhirFormat.MediaType + "; charset=utf-8";
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    /// <summary>The address of the server's FHIR root, as the caller sees it.</summary>
    internal static string Base(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}{FhirServer.Root}";

    /// <summary>Whether the caller has this version already (If-None-Match, or else If-Modified-Since).</summary>
    internal static bool IsKnown(HttpRequest request, FhirReply reply) =>
        reply is { Status: 200, Version: { } version } && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && (request.Headers.IfNoneMatch.Count > 0
            ? HttpNames.Versions(request.Headers.IfNoneMatch.ToString())?.Contains(version) ?? true
            : reply.Stored is { } stored && DateTimeOffset.TryParseExact(request.Headers.IfModifiedSince, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) && stored.Updated < since.AddSeconds(1));

    /// <summary>Whether what was written is to be shown where it usually is not.</summary>
    internal static bool WantsRepresentation(HttpRequest request) => request.Headers["Prefer"].Any(one => one?.Contains("return=representation", StringComparison.Ordinal) == true);

    /// <summary>The reply with the body that Prefer asks for after a write; null for none.</summary>
    private static FhirReply? Preferred(HttpRequest request, FhirReply reply)
    {
        var wrote = reply.Status is 200 or 201 && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        return (wrote ? string.Join(',', request.Headers["Prefer"].AsEnumerable()) : "") switch
        {
            var prefer when prefer.Contains("return=minimal", StringComparison.Ordinal) => null,
            var prefer when prefer.Contains("return=OperationOutcome", StringComparison.Ordinal) => reply with { Stored = null, Body = OperationOutcome.Of(new Issue(Severity.Information, "informational", "recorded", "기록되었습니다.", "Recorded.")) },
            _ => reply,
        };
    }
}
