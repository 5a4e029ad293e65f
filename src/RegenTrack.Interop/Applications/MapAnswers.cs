using System.Text.Json.Nodes;
using RegenTrack.Domain.Applications;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Applications;

/// <summary>The fifteen items of a plan as they now stand, supplements included → QuestionnaireResponse under the application's id. Names stay in the vault.</summary>
internal static class MapAnswers
{
    public static JsonObject Write(TreatmentApplication application)
    {
        JsonObject response = Resource("QuestionnaireResponse", application.Id.Value);
        response["questionnaire"] = ApplicationCodes.PlanQuestionnaire;
        response["status"] = application.Supplements.Any(supplement => !supplement.IsOpen) ? "amended" : "completed";
        response["item"] = Many(application.Plan!.Answers.Select(Item));
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
