using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server.Access;

/// <summary>
/// Keeps that requests were turned away at the door (401, 403, 429). Of one kind, that is the same status to the same client or address, the first of a minute is kept, and of no more than
/// <see cref="MostKinds"/> kinds: a flood that nobody answers for cannot fill the log.
/// </summary>
internal sealed partial class RefusedAccesses(IAccessLog accesses, TimeProvider time, ILogger<RefusedAccesses> log)
{
    public const int MostKinds = 60;

    private Minute minute = new(0);

    public async Task Keep(HttpContext http, int status)
    {
        var (now, address) = (time.GetUtcNow(), FhirAddress.Of(http.Request));
        var client = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        var source = http.Connection.RemoteIpAddress?.ToString();
        if (address.Code == "capabilities" || !IsFirst(now, $"{status} {(client.Length > 0 ? client : source)}"))
            return;

        // What a stranger wrote into the address is not kept, not even in the shape of an id.
        var type = address.Type is { } asked && R4.Definitions.IsResource(asked) ? asked : null;
        try
        {
            await accesses.Keep(new AccessRecord(now, client, http.User.FindFirstValue("institution") ?? "", address.Code, type, null, [], status, [], http.TraceIdentifier, source));
        }
#pragma warning disable CA1031 // The refusal shows nothing that a record would have to stand for: it is given even when the log fails.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            NotKept(log, fault, http.TraceIdentifier);
        }
    }

    private bool IsFirst(DateTimeOffset now, string kind)
    {
        var number = now.ToUnixTimeSeconds() / 60;
        var current = minute;
        if (current.Number != number)
        {
            Interlocked.CompareExchange(ref minute, new Minute(number), current);
            current = minute;
        }

        return current.Kinds.Count < MostKinds && current.Kinds.TryAdd(kind, 0);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The refusal of request {TraceId} could not be kept")]
    private static partial void NotKept(ILogger logger, Exception fault, string traceId);

    private sealed record Minute(long Number)
    {
        public ConcurrentDictionary<string, byte> Kinds { get; } = new(StringComparer.Ordinal);
    }
}
