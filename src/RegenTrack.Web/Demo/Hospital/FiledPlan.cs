using System.Text;
using System.Text.Json.Nodes;
using RegenTrack.Domain.Applications;
using RegenTrack.Interop.Applications;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Web.Demo.Hospital;

/// <summary>The transaction that files a treatment plan relying on a commercial trial: Task, Composition, QuestionnaireResponse, DocumentReference with Binary, product, investigator. All of it is fictional.</summary>
/// <param name="Until">Last day of provision.</param>
/// <param name="Product">Id under which the product is known here; null: a new one.</param>
/// <param name="Without">Link ids of items to leave out.</param>
public sealed record FiledPlan(string Title, string Purpose, DateOnly From, DateOnly Until, string Trial, string Exemption, string? Product = null, params IReadOnlyList<string> Without)
{
    public string Institution { get; init; } = DemoPeople.HospitalInstitution;

    /// <summary>Day of the cover.</summary>
    public DateOnly On { get; init; } = new(2026, 6, 1);

    public JsonObject Bundle() => Sent.Transaction(
        Sent.New("task", Task()),
        Sent.New("composition", Cover()),
        Sent.New("answers", Answers()),
        Sent.New("consent", new JsonObject
        {
            ["resourceType"] = "DocumentReference",
            ["status"] = "current",
            ["content"] = Many(new JsonObject { ["attachment"] = new JsonObject { ["contentType"] = "text/plain", ["title"] = "동의서(가상).txt", ["url"] = Sent.Urn("binary") } }),
        }),
        Sent.New("binary", new JsonObject
        {
            ["resourceType"] = "Binary",
            ["contentType"] = "text/plain",
            ["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("가상의 동의서 서식입니다. A fictional consent form.\n")),
        }),
        Sent.New("product", Cells()),
        Sent.New("investigator", new JsonObject { ["resourceType"] = "Practitioner", ["name"] = Many(new JsonObject { ["text"] = "김가상" }) }));

    private JsonObject Task() => new()
    {
        ["resourceType"] = "Task",
        ["status"] = "requested",
        ["intent"] = "order",
        ["code"] = Concept(ApplicationCodes.TaskCode, ApplicationCodes.Application),
        ["description"] = Purpose,
        ["focus"] = Sent.To("composition"),
        ["requester"] = Reference("Organization", Institution),
        ["input"] = Many(
            Input("expected-subjects", "valueInteger", 20),
            Input("self-assessed-risk", "valueCode", "high"),
            Input("clinical-trial", "valueReference", Reference("ResearchStudy", Trial)),
            Input("exemption", "valueString", Exemption)),
    };

    private JsonObject Cover() => new()
    {
        ["resourceType"] = "Composition",
        ["status"] = "final",
        ["type"] = Text("치료계획"),
        ["date"] = Day(On),
        ["author"] = Many(Sent.To("investigator")),
        ["title"] = Title,
        ["event"] = Many(new JsonObject { ["period"] = Period(Day(From), Day(Until)) }),
    };

    private JsonObject Answers() => new()
    {
        ["resourceType"] = "QuestionnaireResponse",
        ["questionnaire"] = ApplicationCodes.PlanQuestionnaire,
        ["status"] = "completed",
        ["item"] = Many(PlanItem.All.Where(item => !Without.Contains(item.LinkId)).Select(item => new JsonObject
        {
            ["linkId"] = item.LinkId,
            ["answer"] = Many(
                new JsonObject { ["valueString"] = item.LinkId == PlanItem.Doctors ? "박가상, 정형외과 전문의" : $"{item.Title.Korean}: 가상의 답변입니다." },
                item.LinkId == "6" ? new JsonObject { ["valueReference"] = Sent.To("consent") } : null),
        })),
    };

    private JsonObject Cells() => new()
    {
        ["resourceType"] = "BiologicallyDerivedProduct",
        ["identifier"] = Product is null ? null : Many(Identifier(ApplicationCodes.Product, Product)),
        ["productCategory"] = "cells",
        ["productCode"] = Text("UC-MSC(가상)"),
        ["extension"] = Many(
            Extension(ApplicationCodes.ProductVersion, "valueInteger", 1),
            Extension(ApplicationCodes.Modality, "valueCode", "cell"),
            new JsonObject
            {
                ["url"] = ApplicationCodes.Component,
                ["extension"] = Many(Extension("name", "valueString", "UC-MSC"), Extension("origin", "valueCode", "allogeneic"), Extension("manipulation", "valueCode", "more-than-minimal")),
            },
            new JsonObject { ["url"] = ApplicationCodes.Profile, ["extension"] = Many(Extension("dimension", "valueString", "dose"), Extension("text", "valueString", "1×10⁷ cells")) }),
    };

    private static JsonObject Input(string code, string property, JsonNode value) => new() { ["type"] = Concept(ApplicationCodes.Input, code), [property] = value };
}
