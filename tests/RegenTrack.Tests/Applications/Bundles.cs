using System.Text;
using System.Text.Json.Nodes;
using RegenTrack.Domain.Applications;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Applications;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Tests.Applications;

/// <summary>The transaction Bundles that a hospital sends in the story.</summary>
internal static class Bundles
{
    /// <summary>A treatment plan that relies on the story's trial.</summary>
    /// <param name="without">Link ids of items to leave out.</param>
    public static string Plan(string exemption = "grant-a-hanbit", params string[] without) => Encode(
        Entry("task", "POST", "Task", new JsonObject
        {
            ["resourceType"] = "Task",
            ["status"] = "requested",
            ["intent"] = "order",
            ["code"] = Concept(ApplicationCodes.TaskCode, ApplicationCodes.Application),
            ["description"] = "회전근개 부분파열",
            ["focus"] = new JsonObject { ["reference"] = Urn("composition") },
            ["requester"] = Reference("Organization", "inst-hanbit"),
            ["input"] = Many(
                Input("expected-subjects", "valueInteger", 20),
                Input("self-assessed-risk", "valueCode", "high"),
                Input("clinical-trial", "valueReference", Reference("ResearchStudy", "NCT09000001")),
                Input("exemption", "valueString", exemption)),
        }),
        Entry("composition", "POST", "Composition", new JsonObject
        {
            ["resourceType"] = "Composition",
            ["status"] = "final",
            ["type"] = Text("치료계획"),
            ["date"] = "2026-06-01",
            ["author"] = Many(new JsonObject { ["reference"] = Urn("investigator") }),
            ["title"] = "동종 제대유래 중간엽줄기세포 치료",
            ["event"] = Many(new JsonObject { ["period"] = Period("2026-07-01", "2029-06-30") }),
        }),
        Entry("answers", "POST", "QuestionnaireResponse", new JsonObject
        {
            ["resourceType"] = "QuestionnaireResponse",
            ["questionnaire"] = ApplicationCodes.PlanQuestionnaire,
            ["status"] = "completed",
            ["item"] = Many(PlanItem.All.Where(item => !without.Contains(item.LinkId)).Select(Item)),
        }),
        Entry("consent", "POST", "DocumentReference", new JsonObject
        {
            ["resourceType"] = "DocumentReference",
            ["status"] = "current",
            ["content"] = Many(new JsonObject { ["attachment"] = new JsonObject { ["contentType"] = "application/pdf", ["title"] = "동의서.pdf", ["url"] = Urn("binary") } }),
        }),
        Entry("binary", "POST", "Binary", new JsonObject { ["resourceType"] = "Binary", ["contentType"] = "application/pdf", ["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("%PDF-1.7 synthetic consent")) }),
        Entry("product", "POST", "BiologicallyDerivedProduct", Product()),
        Entry("investigator", "POST", "Practitioner", new JsonObject { ["resourceType"] = "Practitioner", ["name"] = Many(new JsonObject { ["text"] = "김가상" }) }));

    public static string Answer(string task, string key = "1") => Encode(
        Entry("task", "PUT", $"Task/{task}", new JsonObject
        {
            ["resourceType"] = "Task",
            ["id"] = task,
            ["status"] = "completed",
            ["intent"] = "order",
            ["code"] = Concept(ApplicationCodes.TaskCode, ApplicationCodes.SupplementRequest),
        }),
        Entry("answers", "POST", "QuestionnaireResponse", new JsonObject
        {
            ["resourceType"] = "QuestionnaireResponse",
            ["status"] = "completed",
            ["item"] = Many(new JsonObject { ["linkId"] = key, ["answer"] = Many(new JsonObject { ["valueString"] = "이상반응 절차를 보완하였습니다." }) }),
        }));

    private static JsonObject Item(PlanItem item) => new()
    {
        ["linkId"] = item.LinkId,
        ["answer"] = Many(
            new JsonObject { ["valueString"] = item.LinkId == PlanItem.Doctors ? "박가상, 정형외과 전문의" : $"답변 {item.LinkId}" },
            item.LinkId == "6" ? new JsonObject { ["valueReference"] = new JsonObject { ["reference"] = Urn("consent") } } : null),
    };

    private static JsonObject Product() => new()
    {
        ["resourceType"] = "BiologicallyDerivedProduct",
        ["productCategory"] = "cells",
        ["productCode"] = Text("UC-MSC"),
        ["extension"] = Many(
            Extension(ApplicationCodes.ProductVersion, "valueInteger", 1),
            Extension(ApplicationCodes.Modality, "valueCode", "cell"),
            new JsonObject
            {
                ["url"] = ApplicationCodes.Component,
                ["extension"] = Many(
                    Extension("name", "valueString", "UC-MSC"),
                    Extension("origin", "valueCode", "allogeneic"),
                    Extension("manipulation", "valueCode", "more-than-minimal")),
            },
            new JsonObject { ["url"] = ApplicationCodes.Profile, ["extension"] = Many(Extension("dimension", "valueString", "dose"), Extension("text", "valueString", "1×10⁷ cells")) }),
    };

    private static JsonObject Input(string code, string property, JsonNode value) => new() { ["type"] = Concept(ApplicationCodes.Input, code), [property] = value };

    private static string Urn(string name) => $"urn:uuid:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32].Insert(20, "-").Insert(16, "-").Insert(12, "-").Insert(8, "-")}";

    private static JsonObject Entry(string name, string method, string url, JsonObject resource) =>
        new() { ["fullUrl"] = Urn(name), ["resource"] = resource, ["request"] = new JsonObject { ["method"] = method, ["url"] = url } };

    private static string Encode(params JsonObject[] entries) =>
        Encoding.UTF8.GetString(new JsonObject { ["resourceType"] = "Bundle", ["type"] = "transaction", ["entry"] = Many(entries) }.ToFhir());
}
