using Microsoft.AspNetCore.WebUtilities;
using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server;

/// <summary>Requests that name a resource by a search instead of an id: conditional create, update and delete, and references in a transaction.</summary>
internal static class Conditional
{
    /// <summary>What a condition finds of what the caller may see.</summary>
    /// <param name="Ids">None, the one, or two of several.</param>
    /// <param name="Query">For the transaction that must be the only one to write such a resource.</param>
    public sealed record Found(IReadOnlyList<string> Ids, ResourceQuery Query);

    /// <param name="condition">Parameters as in the address of a search, without the question mark.</param>
    public static async Task<(Found? Found, FhirReply? Refusal)> Find(DoorMap doors, string type, string condition, FhirCall call)
    {
        if (!doors.IsStored(type))
            return (null, FhirReply.Failed(400, NotHere));
        if (ScopeGate.SearchRefusal(type, call.Scopes) is { } forbidden)
            return (null, FhirReply.Failed(403, forbidden));
        var asked = QueryHelpers.ParseQuery(condition).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))).ToList();
        var setting = new SearchSetting(call.Base, call.Now, doors.IsStored);
        var (plan, problems) = new SearchReader(type, setting).Read(asked, isLenient: false);
        if (plan is null)
            return (null, FhirReply.Failed(400, problems));
        if (plan.Criteria.Count == 0)
            return (null, FhirReply.Failed(412, Empty));
        var (search, sight) = (call.Service<ResourceSearch>(), new Sight(call, setting));
        if (await new Linking(search, sight, call.CancellationToken).Conditions(type, plan.Criteria) is not { } conditions)
            return (null, FhirReply.Failed(400, SearchIssues.TooMany));
        var query = sight.Query(type, conditions);
        return (new Found(await search.Ids(query, 2, call.CancellationToken), query), null);
    }

    /// <summary>Creates unless there is one; of several such requests at one moment one creates, and the others are told of what it made.</summary>
    public static async Task<FhirReply> Create(DoorMap doors, string type, string condition, FhirCall call, Func<FhirCall, Task<FhirReply>> create)
    {
        var (found, refusal) = await Find(doors, type, condition, call);
        if (found is null)
            return refusal!;
        if (found.Ids.Count > 0)
            return await Known(type, found, call);
        var reply = await create(call with { Unless = found.Query });
        if (reply.Status != 409)
            return reply;
        var (again, refused) = await Find(doors, type, condition, call);
        return again is null ? refused! : again.Ids.Count > 0 ? await Known(type, again, call) : reply;
    }

    /// <summary>Does something with the one resource that a condition names, or something else when there is none.</summary>
    public static async Task<FhirReply> One(DoorMap doors, string type, string condition, FhirCall call, Func<string, Task<FhirReply>> act, Func<Task<FhirReply>> otherwise)
    {
        var (found, refusal) = await Find(doors, type, condition, call);
        return found is null ? refusal! : found.Ids switch
        {
            [var id] => await act(id),
            [] => await otherwise(),
            _ => FhirReply.Failed(412, Several),
        };
    }

    private static async Task<FhirReply> Known(string type, Found found, FhirCall call) =>
        found.Ids is [var id] ? await call.Updated(type, id) with { Location = $"{type}/{id}" } : FhirReply.Failed(412, Several);

    private static Issue NotHere => Issue.Error(
        "not-supported", "conditional-create-not-supported", "이 자원 종류는 조건부 요청을 지원하지 않습니다. 대신 Idempotency-Key를 쓰십시오.", "This resource type takes no conditional requests. Use an Idempotency-Key instead.");

    private static Issue Several => Issue.Error("multiple-matches", "condition-fits-several", "조건에 맞는 자원이 여럿입니다. 조건을 좁히십시오.", "Several resources fit the condition. Narrow it.");

    private static Issue Empty => Issue.Error("required", "condition-empty", "조건이 비어 있습니다. 모든 자원에 맞는 조건은 받지 않습니다.", "The condition is empty. One that fits every resource is not taken.");
}
