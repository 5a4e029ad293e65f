using Microsoft.AspNetCore.Http;
using RegenTrack.Interop.Server.Operations;

namespace RegenTrack.Interop.Server;

/// <summary>Where an entry of a batch goes: to what answers the same request when it is sent alone.</summary>
internal static class FhirRoutes
{
    /// <param name="address">The parts of the path under the base.</param>
    public static Task<FhirReply> Answer(HttpContext http, DoorMap doors, IReadOnlyList<string> address) => address switch
    {
        [var type] => TypeEndpoint.Answer(http, doors, type),
        [var type, "_history"] => HistoryEndpoint.Answer(http, doors, type, null),
        [var type, "$validate"] => ValidateOperation.Answer(http, doors, type),
        ["Patient", var id, "$everything"] => TraceOperation.Everything(http, doors, id),
        [var type, var id, "$trace"] => TraceOperation.Trace(http, doors, type, id),
        [var type, var id] when !id.StartsWith('$') && !id.StartsWith('_') => InstanceEndpoint.Answer(http, doors, type, id),
        [var type, var id, "_history"] => HistoryEndpoint.Answer(http, doors, type, id),
        [var type, var id, "_history", var version] => HistoryEndpoint.One(http, doors, type, id, version),
        _ => Task.FromResult(FhirReply.NotSupported),
    };
}
