using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Interop.Notices;
using RegenTrack.Interop.Server.Exports;
using RegenTrack.Interop.Server.Operations;
using RegenTrack.Interop.Server.Provenances;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Interop.Server.Search;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Server;

/// <summary>GET metadata: what the registered doors do, neither more nor less.</summary>
internal static class CapabilityEndpoint
{
    private const string Security = "http://terminology.hl7.org/CodeSystem/restful-security-service";
    private const string OAuthAddresses = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

    /// <summary>Date of the last change of this statement's fixed part.</summary>
    private const string Changed = "2026-11-23";

    public static Task<FhirReply> Get(HttpContext http, DoorMap doors)
    {
        if (QueryRules.Unknown(http.Request.Query) is { } unknown)
            return Task.FromResult(unknown);
        var exports = http.RequestServices.ServesExports();
        var statement = Resource("CapabilityStatement");
        statement["status"] = "active";
        statement["date"] = Changed;
        statement["kind"] = "instance";
        statement["instantiates"] = Many(exports ? JsonValue.Create(ExportServices.Capability) : null);
        statement["software"] = new JsonObject { ["name"] = "RegenTrack" };
        statement["implementation"] = new JsonObject { ["description"] = "첨단재생의료 추적 / advanced regenerative medicine tracking", ["url"] = FhirHttp.Base(http.Request) };
        statement["fhirVersion"] = R4.Definitions.Version;
        statement["format"] = Many(JsonValue.Create(FhirFormat.MediaType), JsonValue.Create("json"));
        statement["rest"] = Many(Rest(doors, http.RequestServices.GetService<ITokenService>()?.Address(http), exports));
        return Task.FromResult(FhirReply.Ok(statement));
    }

    /// <param name="tokens">Address of the token endpoint, when the host has one: there are clients that look for it here.</param>
    private static JsonObject Rest(DoorMap doors, string? tokens, bool exports) => new()
    {
        ["mode"] = "server",
        ["security"] = new JsonObject
        {
            ["extension"] = Many(tokens is null ? null : new JsonObject { ["url"] = OAuthAddresses, ["extension"] = Many(new JsonObject { ["url"] = "token", ["valueUri"] = tokens }) }),
            ["service"] = Many(Concept(Security, "SMART-on-FHIR")),
            ["description"] = "SMART Backend Services; see .well-known/smart-configuration",
        },
        ["resource"] = Many(doors.Types.Select(type => Served(doors, type, exports))),
        ["operation"] = Many(exports ? new JsonObject { ["name"] = Operation.Export, ["definition"] = Operation.SystemExport } : null),
        ["interaction"] = Many(doors.Transactions.Count > 0 ? Code("transaction") : null, Code("batch")),
    };

    private static JsonObject Served(DoorMap doors, string type, bool exports) => new()
    {
        ["extension"] = type == NoticeNames.Type ? Many(NoticeTopic.All.Select(topic => Extension(NoticeNames.TopicCanonical, "valueCanonical", topic.Url))) : null,
        ["type"] = type,
        ["interaction"] = Many(doors.Interactions(type).Select(Code)),
        ["operation"] = Many(Operation.All.Where(operation => operation.IsOn(type) && (exports || operation.Name != Operation.Export)).Select(operation => new JsonObject { ["name"] = operation.Name, ["definition"] = operation.Definition })),
        ["versioning"] = "versioned",
        ["updateCreate"] = false,
        ["conditionalRead"] = doors.IsStored(type) ? "full-support" : "not-supported",
        ["conditionalCreate"] = doors.IsStored(type) && doors.Interactions(type).Contains("create"),
        ["conditionalUpdate"] = doors.IsStored(type) && doors.Interactions(type).Contains("update"),
        ["conditionalDelete"] = doors.IsStored(type) && doors.Interactions(type).Contains("delete") ? "single" : "not-supported",
        ["searchInclude"] = Many((doors.IsStored(type) ? StoredSearchStatement.Includes(type) : []).Select(one => JsonValue.Create(one))),
        ["searchRevInclude"] = Many((doors.IsStored(type) ? StoredSearchStatement.RevIncludes(type, doors).Concat(doors.Search(ProvenanceDoor.Name) is null ? [] : [ProvenanceDoor.Inclusion]) : []).Select(one => JsonValue.Create(one))),
        ["searchParam"] = doors.IsStored(type) ? Many(StoredSearchStatement.Parameters(type)) : Many((doors.Search(type)?.Parameters ?? []).Select(parameter => new JsonObject
        {
            ["name"] = parameter.Name,
            ["type"] = parameter.Type,
            ["documentation"] = parameter.Documentation.Length == 0 ? null : parameter.Documentation,
        })),
    };

    private static JsonObject Code(string code) => new() { ["code"] = code };
}
