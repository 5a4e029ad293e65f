using System.Text.Json.Nodes;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Server;

/// <summary>What became of one entry of a transaction or batch.</summary>
/// <param name="Status">HTTP status, e.g. 201.</param>
/// <param name="Location">Relative, e.g. <c>Task/task-1</c>; null when the entry has no address of its own.</param>
/// <param name="Shown">The resource as it now is, when the door shows it.</param>
/// <param name="Outcome">An OperationOutcome, when there is something to say.</param>
public sealed record TransactionLine(int Status, string? Location = null, long? Version = null, JsonNode? Shown = null, JsonNode? Outcome = null)
{
    public static TransactionLine Created(string type, string id, long version, JsonNode? resource = null) => new(201, $"{type}/{id}", version, resource);

    internal static JsonObject Bundle(string type, IEnumerable<TransactionLine> lines)
    {
        var bundle = Resource("Bundle");
        bundle["type"] = type;
        bundle["entry"] = Many(lines.Select(line => line.Entry()));
        return bundle;
    }

    private JsonObject Entry() => new()
    {
        ["resource"] = Shown,
        ["response"] = new JsonObject
        {
            ["status"] = Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["location"] = Location,
            ["etag"] = Version is { } version ? HttpNames.ETag(version) : null,
            ["outcome"] = Outcome,
        },
    };
}
