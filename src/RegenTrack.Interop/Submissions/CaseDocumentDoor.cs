using System.Text.Json.Nodes;
using RegenTrack.App.Applications;
using RegenTrack.Domain.Applications;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Submissions;

/// <summary>GET DocumentReference: the documents that there are of the hospital's own applications. The attachment's url leads to the PDF.</summary>
internal sealed class CaseDocumentDoor : IResourceDoor, ISearchDoor
{
    public string Type => "DocumentReference";

    public IReadOnlyList<SearchParameter> Parameters { get; } =
    [
        new("related", "reference", "The documents of one application, by its Task"),
        new("type", "token", $"{DocumentKind.Filing.Code} or {DocumentKind.Notice.Code}"),
    ];

    public async Task<FhirReply> Read(string id, FhirCall call) =>
        DocumentKind.Find(id) is var (application, kind) && await call.Ask(new GetOwnApplication(call.Actor, application)) is { } detail && Documented(kind, detail) is { } fact
            ? FhirReply.Ok(Write(kind, detail, fact, call), fact.Version)
            : FhirReply.NotFound;

    public async Task<FhirReply> Search(FhirSearch search, FhirCall call)
    {
        var page = search.Id("related") is null ? await call.Ask(new ListOwnApplications(call.Actor, search.After, search.Count)) : null;
        var documents = new List<JsonObject>();
        foreach (var application in page?.Rows.Select(row => row.Application) ?? [search.Id("related") ?? ""])
        {
            if (await call.Ask(new GetOwnApplication(call.Actor, application)) is not { } detail)
                continue;
            foreach (var kind in new[] { DocumentKind.Filing, DocumentKind.Notice }.Where(kind => search.One("type") is null || search.Code("type") == kind.Code))
            {
                if (Documented(kind, detail) is { } fact)
                    documents.Add(Write(kind, detail, fact, call));
            }
        }

        return FhirReply.SearchSet(documents, next: page?.Next);
    }

    // The same fact that the document is made as of: the receipt (before it, whatever is latest), or the decision.
    private static StoredEvent? Documented(DocumentKind kind, CaseDetail detail) => kind == DocumentKind.Notice
        ? detail.History.LastOrDefault(stored => stored.Data is ApplicationDecided)
        : detail.History.LastOrDefault(stored => stored.Data is ReceiptConfirmed) ?? detail.History[^1];

    private static JsonObject Write(DocumentKind kind, CaseDetail detail, StoredEvent fact, FhirCall call)
    {
        var application = detail.Application.Id.Value;
        var document = Resource("DocumentReference", kind.IdOf(application), fact.Version, fact.RecordedAt);
        document["status"] = "current";
        document["docStatus"] = "final";
        document["type"] = Concept(DocumentKind.System, kind.Code, kind.English, kind.Korean);
        document["date"] = Instant(fact.RecordedAt);
        document["content"] = Many(new JsonObject
        {
            ["attachment"] = new JsonObject
            {
                ["contentType"] = "application/pdf",
                ["language"] = "ko",
                ["url"] = $"{call.Base}/Binary/{kind.IdOf(application)}",
                ["title"] = kind.Korean,
                ["creation"] = Instant(fact.RecordedAt),
            },
        });
        document["context"] = new JsonObject { ["related"] = Many(Reference("Task", application)) };
        return document;
    }
}
