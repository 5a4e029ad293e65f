using System.Text.Json.Nodes;
using RegenTrack.Domain.Applications;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Submissions;

/// <summary>The documents that the server makes of an application → DocumentReference; the attachment's url, relative to the FHIR root, leads to the PDF.</summary>
internal static class MapCaseDocument
{
    public static IEnumerable<JsonObject> All(TreatmentApplication application)
    {
        yield return Document(application, DocumentKind.Filing, application.SubmittedOn!.Value);
        if (application.Decision is { } decision)
            yield return Document(application, DocumentKind.Notice, decision.NoticeOn);
    }

    private static JsonObject Document(TreatmentApplication application, DocumentKind kind, DateOnly made)
    {
        var id = kind.IdOf(application.Id.Value);
        var document = Resource("DocumentReference", id);
        document["status"] = "current";
        document["docStatus"] = "final";
        document["type"] = kind.Concept;
        document["content"] = Many(new JsonObject
        {
            ["attachment"] = new JsonObject
            {
                ["contentType"] = "application/pdf",
                ["language"] = "ko",
                ["url"] = $"Binary/{id}",
                ["title"] = kind.Korean,
                ["creation"] = Day(made),
            },
        });
        document["context"] = new JsonObject { ["related"] = Many(Reference("Task", application.Id.Value)) };
        return document;
    }
}
