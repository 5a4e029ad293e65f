using System.Text.Json.Nodes;
using RegenTrack.Interop.Applications;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Web.Demo.Hospital;

/// <summary>The transaction that answers a supplement request: its Task completed, and an answer to each thing asked.</summary>
/// <param name="Task">Id of the supplement's Task.</param>
/// <param name="Key">Of the thing asked.</param>
public sealed record AnsweredSupplement(string Task, string Key, string Answer)
{
    public JsonObject Bundle() => Sent.Transaction(
        Sent.Entry("task", "PUT", $"Task/{Task}", new JsonObject
        {
            ["resourceType"] = "Task",
            ["id"] = Task,
            ["status"] = "completed",
            ["intent"] = "order",
            ["code"] = Concept(ApplicationCodes.TaskCode, ApplicationCodes.SupplementRequest),
        }),
        Sent.New("answers", new JsonObject
        {
            ["resourceType"] = "QuestionnaireResponse",
            ["status"] = "completed",
            ["item"] = Many(new JsonObject { ["linkId"] = Key, ["answer"] = Many(new JsonObject { ["valueString"] = Answer }) }),
        }));
}
