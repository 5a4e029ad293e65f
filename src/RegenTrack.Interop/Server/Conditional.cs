using Microsoft.AspNetCore.WebUtilities;
using RegenTrack.App.Resources;
using RegenTrack.App.Vault;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server;

/// <summary>Requests that name a resource by a search instead of an id: conditional create, update, patch and delete, and references in a Bundle.</summary>
internal static class Conditional
{
    /// <summary>How often a condition is asked anew because somebody else was first.</summary>
    public const int Attempts = 5;

    /// <summary>What a condition finds of what the caller may see.</summary>
    /// <param name="Matches">None, the one, or two of several; each with the version at which it fits.</param>
    /// <param name="Query">For the transaction that must be the only one to write such a resource.</param>
    public sealed record Found(IReadOnlyList<(string Id, long Version)> Matches, ResourceQuery Query);

    /// <param name="condition">Parameters as in the address of a search, without the question mark.</param>
    /// <param name="at">FHIRPath of where it stands; null for the request's address or header.</param>
    public static async Task<(Found? Found, FhirReply? Refusal)> Find(DoorMap doors, string type, string condition, FhirCall call, string? at = null)
    {
        if (!doors.IsStored(type))
            return (null, FhirReply.Failed(400, NotHere(at)));
        if (ScopeGate.SearchRefusal(type, call.Scopes, at) is { } forbidden)
            return (null, FhirReply.Failed(403, forbidden));
        var asked = QueryHelpers.ParseQuery(condition).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))).ToList();
        var setting = new SearchSetting(call.Base, call.Now, doors.IsStored, Key: call.Service<VaultKey>());
        var (plan, problems) = new SearchReader(type, setting).Read(asked, isLenient: false);
        if (plan is null)
            return (null, FhirReply.Failed(400, [.. problems.Select(problem => at is null ? problem : problem with { Expression = at })]));
        if (plan.Criteria.Count == 0)
            return (null, FhirReply.Failed(412, Empty(at)));
        var (search, sight) = (call.Service<ResourceSearch>(), new Sight(call, setting));
        if (await new Linking(search, sight, call.CancellationToken).Conditions(type, plan.Criteria) is not { } conditions)
            return (null, FhirReply.Failed(400, SearchIssues.TooMany));
        var query = sight.Query(type, conditions);
        return (new Found(await search.Standing(query, 2, call.CancellationToken), query), null);
    }

    /// <summary>Creates unless there is one; of several such requests at one moment one creates, and the others are told of what it made.</summary>
    public static Task<FhirReply> Create(DoorMap doors, string type, string condition, FhirCall call, Func<FhirCall, Task<FhirReply>> create) =>
        One(doors, type, condition, call, async (id, _) => await call.Updated(type, id) with { Location = $"{type}/{id}" }, create);

    /// <summary>Does something with the one resource that a condition names, as it stands where it fits; or something else when there is none, and as long as there is none.</summary>
    public static async Task<FhirReply> One(DoorMap doors, string type, string condition, FhirCall call, Func<string, FhirCall, Task<FhirReply>> one, Func<FhirCall, Task<FhirReply>> none)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (found, refusal) = await Find(doors, type, condition, call);
            if (found is null)
                return refusal!;
            var reply = found.Matches switch
            {
                [var (id, version)] => await one(id, call.At(version)),
                [] => await none(call with { Unless = [found.Query] }),
                _ => FhirReply.Failed(412, Several()),
            };

            // Whoever named a version wants to hear that it is gone; for the others it is a question anew of what the condition finds now.
            if (reply.Status != 409 || call.ExpectedVersion is not null || attempt == Attempts)
                return reply;
        }
    }

    /// <param name="at">FHIRPath of the condition.</param>
    public static Issue Several(string? at = null) => Issue.Error("multiple-matches", "condition-fits-several", "조건에 맞는 자원이 여럿입니다. 조건을 좁히십시오.", "Several resources fit the condition. Narrow it.", at);

    private static Issue NotHere(string? at) => Issue.Error(
        "not-supported", "conditional-create-not-supported", "이 자원 종류는 조건부 요청을 지원하지 않습니다. 대신 Idempotency-Key를 쓰십시오.", "This resource type takes no conditional requests. Use an Idempotency-Key instead.", at);

    private static Issue Empty(string? at) => Issue.Error("required", "condition-empty", "조건이 비어 있습니다. 모든 자원에 맞는 조건은 받지 않습니다.", "The condition is empty. One that fits every resource is not taken.", at);
}
