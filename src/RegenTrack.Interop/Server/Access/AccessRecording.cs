using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using RegenTrack.Domain.Kernel;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server.Access;

/// <summary>What is kept of a request and its answer. Whatever a stranger may have written into an address is kept only in the shape of a name or an id.</summary>
internal static partial class AccessRecording
{
    public const int CallerLeft = 499;
    private const int MostParameters = 50;

    /// <summary>The record, or null for what is open to everybody.</summary>
    public static AccessRecord? Of(HttpContext http, DateTimeOffset at, FhirReply? reply)
    {
        var address = FhirAddress.Of(http.Request);
        if (address.Code == "capabilities" || http.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } client)
            return null;
        var screened = Screens.InAddress(http.Request.Path, http.Request.QueryString.Value);
        var type = !screened && address.Type is { } asked && R4.Definitions.IsResource(asked) ? asked : null;
        var id = type is not null && address.Id is { } named && Id().IsMatch(named) ? named : null;
        return new AccessRecord(
            at,
            client,
            http.User.FindFirstValue("institution") ?? "",
            address.Code == "transaction" && (string?)reply?.Body?["type"] == "batch-response" ? "batch" : address.Code,
            type,
            id,
            AccessSubjects.Of(reply, type == "Patient" ? id : null),
            reply?.Status ?? CallerLeft,
            screened ? [] : [.. http.Request.Query.Keys.Concat(Form(http)).Distinct(StringComparer.Ordinal).Where(name => Name().IsMatch(name) && !ResidentRegistrationNumber.AppearsIn(name)).Take(MostParameters).Order(StringComparer.Ordinal)],
            http.Request.Headers["X-Request-Id"] is [{ } own] && RequestId().IsMatch(own) && !ResidentRegistrationNumber.AppearsIn(own) ? own : http.TraceIdentifier,
            http.Connection.RemoteIpAddress?.ToString());
    }

    // Only a form that has been read: a search by POST.
    private static IEnumerable<string> Form(HttpContext http) => http.Features.Get<IFormFeature>()?.Form?.Keys ?? [];

    [GeneratedRegex(@"^[A-Za-z0-9\-\.]{1,64}\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_\-\.:]{0,99}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[!-~]{1,128}\z")]
    private static partial Regex RequestId();
}
