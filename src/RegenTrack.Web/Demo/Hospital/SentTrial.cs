using System.Text.Json.Nodes;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Web.Demo.Hospital;

/// <summary>The transaction by which a hospital sends a trial with its results: ResearchStudy, Groups, Observations. It describes no real study.</summary>
public static class SentTrial
{
    public const string Number = "KCT9000002";
    private const string Kind = "https://regentrack.example/fhir/CodeSystem/trial-result";

    public static JsonObject Bundle() => Sent.Transaction(
        Sent.New("study", new JsonObject
        {
            ["resourceType"] = "ResearchStudy",
            ["identifier"] = Many(Identifier("https://regentrack.example/fhir/NamingSystem/trial-registry-number", Number), new JsonObject { ["value"] = "HB-UCMSC-201" }),
            ["title"] = "제대유래 중간엽줄기세포의 무릎 골관절염 2상 시험(가상)",
            ["status"] = "completed",
            ["phase"] = Concept("http://terminology.hl7.org/CodeSystem/research-study-phase", "phase-2"),
            ["condition"] = Many(Text("무릎 골관절염")),
            ["sponsor"] = new JsonObject { ["display"] = "한빛셀(가상)" },
            ["enrollment"] = Many(Sent.To("cells"), Sent.To("control")),
        }),
        Sent.New("cells", Group("UC-MSC 1×10⁷", 31)),
        Sent.New("control", Group("히알루론산", 30)),
        Result("start-cells", "flow-milestone", "STARTED", "cells", null, 31, null),
        Result("start-control", "flow-milestone", "STARTED", "control", null, 30, null),
        Result("pain-cells", "primary-endpoint", "WOMAC 통증 변화량", "cells", null, null, -27.40m, Frame(), Part("analysed", "valueInteger", 30), Part("spread", "valueQuantity", Value(2.1m))),
        Result("pain-control", "primary-endpoint", "WOMAC 통증 변화량", "control", null, null, -18.9m, Frame(), Part("analysed", "valueInteger", 29), Part("spread", "valueQuantity", Value(2.3m))),
        Result(
            "pain-difference", "primary-endpoint", "WOMAC 통증 변화량", "cells", "control", null, -8.5m, Frame(), Part("lower", "valueQuantity", Value(-14.7m)), Part("upper", "valueQuantity", Value(-2.3m)),
            Part("confidence-percent", "valueInteger", 95), Part("p-value", "valueQuantity", Value(0.008m)), Part("method", "valueString", "ANCOVA"), Part("parameter", "valueString", "Mean difference")),
        Result("serious-cells", "serious-event", "관절통", "cells", null, null, null, Part("organ-system", "valueString", "근골격 및 결합조직 장애"), Part("affected", "valueInteger", 1), Part("at-risk", "valueInteger", 31)),
        Result("serious-total", "serious-total", "중대한 이상반응", "cells", null, null, null, Part("affected", "valueInteger", 1), Part("at-risk", "valueInteger", 31)));

    private static JsonObject Group(string name, int size) => new() { ["resourceType"] = "Group", ["type"] = "person", ["actual"] = true, ["name"] = name, ["quantity"] = size };

    private static JsonObject Result(string name, string kind, string title, string group, string? comparator, int? count, decimal? value, params JsonObject[] parts) => Sent.New(name, new JsonObject
    {
        ["resourceType"] = "Observation",
        ["status"] = "final",
        ["category"] = Many(Concept(Kind, kind)),
        ["code"] = Text(title),
        ["subject"] = Sent.To(group),
        ["focus"] = Many(Sent.To("study"), comparator is null ? null : Sent.To(comparator)),
        ["valueInteger"] = count,
        ["valueQuantity"] = value is { } points ? Value(points, "점") : null,
        ["component"] = Many(parts),
    });

    private static JsonObject Frame() => Part("time-frame", "valueString", "24주");

    private static JsonObject Part(string code, string property, JsonNode value) => new() { ["code"] = Concept(Kind + "-component", code), [property] = value };

    private static JsonObject Value(decimal value, string? unit = null) => new() { ["value"] = value, ["unit"] = unit };
}
