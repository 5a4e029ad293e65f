using System.Text.Json.Nodes;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Law;
using RegenTrack.Interop.Submissions;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Applications;

/// <summary>An application → Task with status, due date and decision.</summary>
internal static class MapTask
{
    public static JsonObject Write(TreatmentApplication application, HolidayTable holidays)
    {
        JsonObject task = Resource("Task", application.Id.Value);
        task["groupIdentifier"] = application.ReceiptNumber is { } receipt ? Identifier(ApplicationCodes.ReceiptNumber, receipt) : null;
        task["status"] = Status(application.Stage);
        task["statusReason"] = application.Return is { } returned ? Text($"{returned.Ground.Text().Korean}: {returned.Reasons}") : null;
        task["businessStatus"] = Concept(ApplicationCodes.Stage, Kebab.Of(application.Stage), StageText.Of(application.Stage).English, StageText.Of(application.Stage).Korean);
        task["intent"] = "order";
        task["code"] = Concept(ApplicationCodes.TaskCode, ApplicationCodes.Application);
        task["description"] = application.Plan!.Purpose;
        task["focus"] = Reference("QuestionnaireResponse", application.Id.Value, application.Plan.Title);
        task["authoredOn"] = Day(application.SubmittedOn!.Value);
        task["requester"] = ReferenceBy(ApplicationCodes.Institution, application.Institution.Value, "Organization");
        task["restriction"] = application.Clock?.Due(holidays) is { } due && application.Decision is null ? new JsonObject { ["period"] = Period(null, Day(due)) } : null;
        task["output"] = Many(Outputs(application));
        return task;
    }

    public static JsonObject Supplement(TreatmentApplication application, Supplement supplement)
    {
        JsonObject task = Resource("Task", TaskIds.Of(application.Id.Value, supplement.Id));
        task["partOf"] = Many(Reference("Task", application.Id.Value));
        task["status"] = supplement.IsOpen ? "requested" : "completed";
        task["intent"] = "order";
        task["code"] = Concept(ApplicationCodes.TaskCode, ApplicationCodes.SupplementRequest);
        task["authoredOn"] = Day(supplement.RequestedOn);
        task["owner"] = ReferenceBy(ApplicationCodes.Institution, application.Institution.Value, "Organization");
        task["restriction"] = new JsonObject { ["period"] = Period(Day(supplement.RequestedOn), Day(supplement.Due)) };
        task["input"] = Many(supplement.Items.Select(item => new JsonObject
        {
            ["id"] = item.Key,
            ["extension"] = Many(Extension(ApplicationCodes.PlanItem, "valueString", item.LinkId)),
            ["type"] = Concept(ApplicationCodes.Input, "supplement-item", text: $"{item.LinkId}. {PlanItem.Find(item.LinkId)?.Title.Korean}"),
            ["valueString"] = item.Question,
        }));
        return task;
    }

    private static string Status(Stage stage) => stage switch
    {
        Stage.Submitted => "requested",
        Stage.IntakeSupplement or Stage.ReviewSupplement => "on-hold",
        Stage.Received => "received",
        Stage.Returned => "rejected",
        Stage.Suitable or Stage.Unsuitable => "completed",
        _ => "in-progress",
    };

    private static IEnumerable<JsonNode?> Outputs(TreatmentApplication application)
    {
        yield return Output("risk-class", "valueCodeableConcept", Concept(ApplicationCodes.RiskClass, Kebab.Of(application.Risk!.Class)));
        yield return Document(DocumentKind.Filing, application);
        yield return Output("evidence-gate", "valueCodeableConcept", Concept(ApplicationCodes.EvidenceGate, application.Gate!.Code, application.Gate.Finding.English, application.Gate.Finding.Korean));
        if (application.Decision is not { } decision)
            yield break;
        yield return Output("decision", "valueCodeableConcept", Concept(ApplicationCodes.Decision, Kebab.Of(decision.Result), null, decision.Result == DecisionResult.Suitable ? "적합" : "부적합"));
        yield return Document(DocumentKind.Notice, application);
        yield return Output("reasons", "valueString", decision.Reasons);
        if (application.PlanInForce is { } plan)
            yield return Output("validity", "valuePeriod", Period(Day(plan.From), Day(plan.Until)));
        if (decision.RegisterBy is { } register)
            yield return Output("register-by", "valueDate", Day(register));
    }

    private static JsonObject Document(DocumentKind kind, TreatmentApplication application) =>
        Output("document", "valueReference", Reference("DocumentReference", kind.IdOf(application.Id.Value), kind.Korean));

    private static JsonObject Output(string code, string property, JsonNode? value) =>
        new() { ["type"] = Concept(ApplicationCodes.Output, code), [property] = value };
}
