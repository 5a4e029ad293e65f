using System.Text.Json.Nodes;
using RegenTrack.App.Applications;
using RegenTrack.Domain.Applications;
using RegenTrack.Interop.Server;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Applications;

/// <summary>GET QuestionnaireResponse/{application}: the fifteen items as they now stand, supplements included. Names stay in the vault.</summary>
internal sealed class PlanAnswersDoor : IResourceDoor
{
    public string Type => "QuestionnaireResponse";

    public async Task<FhirReply> Read(string id, FhirCall call) =>
        await call.Ask(new GetOwnApplication(call.Actor, id)) is { } detail ? FhirReply.Ok(Write(detail), detail.Version) : FhirReply.NotFound;

    private static JsonObject Write(CaseDetail detail)
    {
        JsonObject response = Resource("QuestionnaireResponse", detail.Application.Id.Value, detail.Version, detail.History[^1].RecordedAt);
        response["questionnaire"] = ApplicationCodes.PlanQuestionnaire;
        response["status"] = detail.Application.Supplements.Any(supplement => !supplement.IsOpen) ? "amended" : "completed";
        response["item"] = Many(detail.Application.Plan!.Answers.Select(Item));
        return response;
    }

    private static JsonObject Item(PlanAnswer answer)
    {
        bool people = answer.LinkId == PlanItem.Doctors;
        return new JsonObject
        {
            ["linkId"] = answer.LinkId,
            ["text"] = PlanItem.Find(answer.LinkId)?.Title.Korean,
            ["answer"] = Many(
                [people || answer.Text.Length == 0 ? null : new JsonObject { ["valueString"] = answer.Text },
                .. answer.Documents.Select(document => new JsonObject { ["valueAttachment"] = new JsonObject { ["contentType"] = document.MediaType, ["title"] = document.Title, ["id"] = document.Sha256 } })]),
        };
    }
}
