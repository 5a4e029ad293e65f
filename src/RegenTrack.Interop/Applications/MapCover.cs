using System.Text.Json.Nodes;
using RegenTrack.Domain.Applications;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Applications;

/// <summary>A plan's cover → Composition under the application's id, profile plan-cover, and its investigator → Practitioner, of whom only the pseudonym is shown.</summary>
internal static class MapCover
{
    public static JsonObject Composition(TreatmentApplication application)
    {
        var plan = application.Plan!;
        var cover = Resource("Composition", application.Id.Value);
        cover["status"] = "final";
        cover["type"] = Text("치료계획");
        cover["subject"] = Reference("Task", application.Id.Value);
        cover["date"] = Day(application.SubmittedOn!.Value);
        cover["author"] = Many(Reference("Practitioner", plan.Investigator));
        cover["title"] = plan.Title;
        cover["custodian"] = ReferenceBy(ApplicationCodes.Institution, application.Institution.Value, "Organization");
        cover["event"] = Many(new JsonObject { ["period"] = Period(Day(plan.From), Day(plan.Until)) });
        cover["section"] = Many(new JsonObject { ["title"] = "치료계획 15개 항목", ["entry"] = Many(Reference("QuestionnaireResponse", application.Id.Value)) });
        return cover;
    }

    public static JsonObject Investigator(TreatmentApplication application) => Resource("Practitioner", application.Plan!.Investigator);
}
