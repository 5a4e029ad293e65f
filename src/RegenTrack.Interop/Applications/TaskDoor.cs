using System.Text.Json.Nodes;
using RegenTrack.App.Applications;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Applications;

/// <summary>GET Task: applications, and the supplement requests that wait for the hospital.</summary>
internal sealed class TaskDoor : IResourceDoor, ISearchDoor
{
    public string Type => "Task";

    public IReadOnlyList<SearchParameter> Parameters =>
    [
        new("part-of", "reference", "Supplement requests of one application"),
        new("code", "token", "treatment-application (default) or supplement-request: those open at this hospital"),
    ];

    public async Task<FhirReply> Read(string id, FhirCall call)
    {
        if (TaskIds.Supplement(id) is not var (application, name))
            return await call.Ask(new GetOwnApplication(call.Actor, id)) is { } own ? FhirReply.Ok(MapTask.Write(own), own.Version) : FhirReply.NotFound;
        return await call.Ask(new GetOwnApplication(call.Actor, application)) is { } detail && detail.Application.Supplement(name) is { } supplement
            ? FhirReply.Ok(MapTask.Supplement(detail, supplement), detail.Version)
            : FhirReply.NotFound;
    }

    public async Task<FhirReply> Search(FhirSearch search, FhirCall call)
    {
        if (search.Id("part-of") is { } parent)
        {
            CaseDetail? detail = await call.Ask(new GetOwnApplication(call.Actor, parent));
            return FhirReply.SearchSet(detail?.Application.Supplements.Select(supplement => MapTask.Supplement(detail, supplement)) ?? []);
        }

        WorklistPage? page = await call.Ask(new ListOwnApplications(call.Actor, search.After, search.Count));
        bool supplements = search.Code("code") == ApplicationCodes.SupplementRequest;
        List<JsonObject> tasks = [];
        foreach (WorklistRow row in page?.Rows.Where(row => !supplements || row.Supplement is not null) ?? [])
        {
            if (await call.Ask(new GetOwnApplication(call.Actor, row.Application)) is not { } detail)
                continue;
            if (!supplements)
                tasks.Add(MapTask.Write(detail));
            else if (detail.Application.OpenSupplement is { } open)
                tasks.Add(MapTask.Supplement(detail, open));
        }

        return FhirReply.SearchSet(tasks, next: page?.Next);
    }
}
