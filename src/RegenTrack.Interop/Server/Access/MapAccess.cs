using System.Globalization;
using System.Text.Json.Nodes;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Server.Access;

/// <summary>An access as AuditEvent, in the profile <c>access-record</c>.</summary>
internal static class MapAccess
{
    private const string Terminology = "http://terminology.hl7.org/CodeSystem/";
    private const string Institution = "https://regentrack.example/fhir/NamingSystem/institution";

    /// <summary>Codes of AuditEvent.action and the interactions behind them.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Actions = new Dictionary<string, string[]>
    {
        ["C"] = ["create"],
        ["R"] = ["read", "vread", "history-instance"],
        ["U"] = ["update", "patch"],
        ["D"] = ["delete"],
        ["E"] = ["search-type", "search-system", "history-type", "history-system", "transaction", "batch", "operation"],
    };

    public static string IdOf(long position) => position.ToString(CultureInfo.InvariantCulture);

    public static JsonObject Resource(long position, AccessRecord access)
    {
        var audit = Fhir.Json.Building.Resource("AuditEvent", IdOf(position), 1, access.At);
        audit["meta"]!["profile"] = Many(JsonValue.Create("https://regentrack.example/fhir/StructureDefinition/access-record"));
        audit["type"] = Coding(Terminology + "audit-event-type", "rest");
        audit["subtype"] = Many(Coding("http://hl7.org/fhir/restful-interaction", access.Interaction));
        audit["action"] = Actions.First(action => action.Value.Contains(access.Interaction)).Key;
        audit["recorded"] = Instant(access.At);
        audit["outcome"] = access.Status switch { < 400 => "0", < 500 => "4", _ => "8" };
        audit["outcomeDesc"] = $"HTTP {access.Status.ToString(CultureInfo.InvariantCulture)}";
        audit["agent"] = Many(Agent(access));
        audit["source"] = new JsonObject { ["observer"] = new JsonObject { ["display"] = "RegenTrack" } };
        audit["entity"] = Many([Asked(access), .. access.Subjects.Where(subject => access.Type != "Patient" || subject != access.Id).Select(Subject)]);
        return audit;
    }

    private static JsonObject Agent(AccessRecord access) => new()
    {
        ["who"] = ReferenceBy(Institution, access.Institution, "Organization"),
        ["altId"] = access.Client,
        ["requestor"] = true,
        ["network"] = access.Source is null ? null : new JsonObject { ["address"] = access.Source, ["type"] = "2" },
    };

    private static JsonObject Asked(AccessRecord access) => new()
    {
        ["what"] = access is { Type: { } type, Id: { } id } ? Reference(type, id) : null,
        ["type"] = access.Type is null ? Coding(Terminology + "audit-entity-type", "2", "System Object") : Coding("http://hl7.org/fhir/resource-types", access.Type),
        ["role"] = access is { Type: "Patient", Id: not null } ? Coding(Terminology + "object-role", "1", "Patient") : null,
        ["detail"] = Many([Detail("request-id", access.RequestId), .. access.Parameters.Select(name => Detail("parameter", name))]),
    };

    private static JsonObject Subject(string pseudonym) => new()
    {
        ["what"] = Reference("Patient", pseudonym),
        ["type"] = Coding(Terminology + "audit-entity-type", "1", "Person"),
        ["role"] = Coding(Terminology + "object-role", "1", "Patient"),
    };

    private static JsonObject Detail(string type, string value) => new() { ["type"] = type, ["valueString"] = value };
}
