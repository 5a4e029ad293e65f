using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegenTrack.EventStore;

/// <summary>The <c>headers</c> column: metadata for which Marten has no column of its own.</summary>
internal sealed record EventHeaders(string? Role, string? Institution, string? Reason, string? CommandId, DateTimeOffset? ObservedAt, string? ContentHash = null, string? Statement = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static byte[] Of(EventMetadata metadata) => JsonSerializer.SerializeToUtf8Bytes(
        new EventHeaders(metadata.ActorRole, metadata.Institution, metadata.Reason, metadata.CommandId, metadata.ObservedAt, metadata.ContentHash, metadata.Statement), Json);

    public static EventHeaders? Read(byte[]? headers) => headers is null ? null : JsonSerializer.Deserialize<EventHeaders>(headers, Json);
}
