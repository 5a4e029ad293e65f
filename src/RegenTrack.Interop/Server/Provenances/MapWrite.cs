using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.Fhir.Json;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Server.Provenances;

/// <summary>A write → Provenance: the version that it gave, when, by whose system, out of which message; and what the sender stated with it, with its target filled in.</summary>
internal static class MapWrite
{
    private const string Operation = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";
    private const string Participant = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private const string Client = "https://regentrack.example/fhir/NamingSystem/client";
    private const string Institution = "https://regentrack.example/fhir/NamingSystem/institution";
    private const int HashDigits = 12;

    /// <param name="viewer">The institution that looks.</param>
    public static IEnumerable<Provenance> Of(ResourceWrite write, string viewer)
    {
        var id = IdOf(write);
        yield return new Provenance(Place(write, 0), id, Record(write, id, viewer).ToFhir());

        // What one institution's system states is not for another.
        if (write.By.Statement is { } statement && write.By.Institution == viewer)
            yield return new Provenance(Place(write, 1), id + "-s", Stated(write, id + "-s", statement).ToFhir());
    }

    private static ProvenancePlace Place(ResourceWrite write, int part) => new(write.RecordedAt, write.Sequence, write.Type, write.Id, part);

    // One event may give versions of several resources.
    private static string IdOf(ResourceWrite write) => string.Create(
        CultureInfo.InvariantCulture, $"{write.Sequence}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{write.Type}/{write.Id}")))[..HashDigits]}");

    private static JsonObject Record(ResourceWrite write, string id, string viewer)
    {
        var resource = Resource(ProvenanceDoor.Name, id);
        resource["target"] = Many(Target(write));
        resource["occurredDateTime"] = write.By.ObservedAt is { } said ? Instant(said) : null;
        resource["recorded"] = Instant(write.RecordedAt);
        resource["activity"] = Concept(Operation, write.IsDeletion ? "DELETE" : write.IsFirst ? "CREATE" : "UPDATE");
        resource["agent"] = Many(Agent(write.By, viewer));
        resource["entity"] = Many(write.By.ContentHash is { } hash && write.By.Institution == viewer ? Message(hash) : null);
        return resource;
    }

    private static JsonObject Stated(ResourceWrite write, string id, string statement)
    {
        var resource = JsonNode.Parse(Stamping.Identified(Encoding.UTF8.GetBytes(statement), id))!.AsObject();
        resource["target"] = Many(Target(write));
        resource["recorded"] ??= Instant(write.RecordedAt);
        return resource;
    }

    private static JsonObject Target(ResourceWrite write) =>
        new() { ["reference"] = string.Create(CultureInfo.InvariantCulture, $"{write.Type}/{write.Id}/_history/{write.Version}") };

    // Of the authority's people only the role is shown: who of them judged is theirs to know.
    private static JsonObject Agent(EventMetadata by, string viewer) => by.Institution == viewer
        ? new()
        {
            ["type"] = Concept(Participant, "enterer"),
            ["who"] = ReferenceBy(Client, by.ActorId, "Device"),
            ["onBehalfOf"] = ReferenceBy(Institution, viewer, "Organization"),
        }
        : new() { ["type"] = Concept(Participant, "author"), ["who"] = new JsonObject { ["display"] = Name(by.ActorRole) } };

    private static JsonObject Message(string hash) => new()
    {
        ["role"] = "source",
        ["what"] = ReferenceBy("urn:ietf:rfc:3986", $"ni:///sha-256;{hash}"),
    };

    private static string Name(string? role) => role switch
    {
        nameof(Role.HospitalSystem) => "다른 기관의 시스템 Another institution's system",
        nameof(Role.Secretariat) => "심의위원회 사무국 Secretariat",
        nameof(Role.Expert) => "전문위원회 Expert committee",
        nameof(Role.Committee) => "심의위원회 Review committee",
        nameof(Role.Inspector) => "수입 검사 Import inspection",
        nameof(Role.SafetyOfficer) => "안전관리 Safety",
        nameof(Role.SandboxOfficer) => "규제샌드박스 Regulatory sandbox",
        _ => "RegenTrack",
    };
}
