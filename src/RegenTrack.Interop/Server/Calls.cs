using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Provenances;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>Makes the call that a door sees out of an authenticated request.</summary>
internal static class Calls
{
    private const int LongestKey = 128;

    /// <summary>The call, or the reply that refuses the request's headers.</summary>
    public static (FhirCall? Call, FhirReply? Refusal) Of(HttpContext http, FhirDocument? body)
    {
        var headers = http.Request.Headers;
        string? key = headers["Idempotency-Key"].FirstOrDefault() ?? headers["X-Request-Id"].FirstOrDefault();
        if (key is not null && (key.Length is 0 or > LongestKey || !key.All(char.IsAscii) || key.Any(char.IsControl) || ResidentRegistrationNumber.AppearsIn(key)))
            return (null, Header("request-id-invalid", "Idempotency-Key / X-Request-Id", $"1-{LongestKey} ASCII"));

        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var (statement, refused) = reads ? default : ProvenanceHeader.Read(http);
        if (refused is not null)
            return (null, refused);
        var accepted = headers.IfMatch.Count > 0 ? HttpNames.Versions(headers.IfMatch.ToString()) : null;
        var expected = accepted is null ? (long?)null : accepted.FirstOrDefault(-1);
        var (scopes, address) = (ScopeGate.Of(http.User), FhirAddress.Of(http.Request));
        var part = http.Features.Get<BatchPart>();
        var id = part?.CommandId ?? key ?? Fingerprint(http.Request, expected, body);
        return (new FhirCall(ActorOf(http.User), http.RequestServices.GetRequiredService<IMediator>(), id, http.RequestServices, http.RequestAborted)
        {
            IsNamed = part?.IsNamed ?? key is not null,
            ExpectedVersion = expected,
            Accepted = accepted ?? [],
            Base = FhirHttp.Base(http.Request),
            Scopes = scopes,
            ContentHash = body is null ? null : HashOf(body.Bytes.Span),
            Statement = statement,
            Restrictions = address.Needs == Interactions.None ? [] : scopes.For(address.Type!, address.Needs).Restrictions,
            CorrelationId = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            Now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        }, null);
    }

    /// <summary>By which a message is known again: SHA-256 in base64url.</summary>
    public static string HashOf(ReadOnlySpan<byte> message) => Base64Url.EncodeToString(SHA256.HashData(message));

    private static Actor ActorOf(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Actor(id, role, user.FindFirstValue("institution"))
            : throw new InvalidOperationException("The request is anonymous: its endpoint has no policy.");

    /// <summary>
    /// The same POST twice is the same command. A PUT without a version may well be meant to restore an earlier state, so it is a new one each time, and so is a transaction with one. Of a
    /// batch each entry is asked for itself.
    /// </summary>
    private static string Fingerprint(HttpRequest request, long? expected, FhirDocument? body)
    {
        if (body is null || (HttpMethods.IsPut(request.Method) && expected is null) || (body.Type == "Bundle" && body.Root.Text("type") == "transaction" && !new FhirTransaction(body).IsRepeatable))
            return Ids.New("request");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path} {expected}\n"));
        hash.AppendData(body.Bytes.Span);
        return "body-" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static FhirReply Header(string code, string name, string wanted) => FhirReply.Failed(400, Issue.Error(
        "not-supported", code, $"{name} 헤더를 처리할 수 없습니다. 대신: {wanted}", $"Header {name} cannot be honoured. Use: {wanted}"));
}
