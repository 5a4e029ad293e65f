using Microsoft.AspNetCore.Http;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Interop.Server.Operations;

namespace RegenTrack.Interop.Server;

/// <summary>Addresses are taken as FHIR spells them. The router does not tell <c>_HISTORY</c> from <c>_history</c>, and scopes would be asked about something else than what is answered.</summary>
internal static class KnownAddress
{
    private static readonly HashSet<string> OfTheServer = ["$export", "$export-status", "$export-file"];
    private static readonly HashSet<string> OfTypes = [.. Operation.All.Select(operation => $"${operation.Name}")];

    /// <summary>The refusal of an address that is none of FHIR's, or null.</summary>
    public static FhirReply? Refusal(HttpRequest request, DoorMap doors)
    {
        var path = request.Path.StartsWithSegments(FhirServer.Root, out var rest) ? rest.Value ?? "" : "";
        if (path.Contains('\0', StringComparison.Ordinal))
            return FhirReply.Failed(400, Issue.Error("value", "address-unreadable", "주소에 쓸 수 없는 문자(NUL)가 있습니다.", "The address holds a character (NUL) that cannot be used."));
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] or ["metadata"] or [".well-known", ..] => null,
            [['$', ..] operation, ..] => OfTheServer.Contains(operation) ? null : UnknownOperation,
            [var type, ..] when !R4.Definitions.IsResource(type) => TypeEndpoint.NotServed(doors, type),
            [_, "_history" or "_search"] => null,
            [_, var operation] when OfTypes.Contains(operation) => null,
            [_, var id, "_history", .. { Length: <= 1 }] when !IsReserved(id) => null,
            [_, var id, var operation] when OfTypes.Contains(operation) && !IsReserved(id) => null,
            [_, .. var segments] => segments.Any(IsReserved) ? UnknownOperation : null,
        };
    }

    private static FhirReply UnknownOperation => FhirReply.Failed(404, Issue.Error(
        "not-supported", "unknown-operation", "이 주소의 조작은 없습니다. 대소문자까지 /fhir/metadata와 같아야 합니다.", "There is no such operation. Addresses are spelt as in /fhir/metadata, in upper and lower case too."));

    private static bool IsReserved(string segment) => segment.StartsWith('_') || segment.StartsWith('$');
}
