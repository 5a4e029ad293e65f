using RegenTrack.App.Resources;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server.Search;

/// <summary>What a caller may find, wherever a search looks: among the matches, along a chain, among what is included and in what is counted.</summary>
internal sealed class Sight(FhirCall call, SearchSetting setting)
{
    private static readonly ResourceCondition Nothing = new ResourceCondition.AnyId([]);

    private readonly Dictionary<(Interactions By, string Type), IReadOnlyList<ResourceCondition>> known = [];

    public string? Institution => call.Actor.Institution;

    public ResourceQuery Query(string type, params IEnumerable<ResourceCondition> conditions) => Query(Interactions.Search, type, conditions);

    /// <summary>The same by another right than searching.</summary>
    public ResourceQuery Query(Interactions by, string type, IEnumerable<ResourceCondition> conditions) => new(type, Institution, [.. conditions, .. Restrictions(by, type)]);

    private IReadOnlyList<ResourceCondition> Restrictions(Interactions by, string type)
    {
        if (!known.TryGetValue((by, type), out var restrictions))
            known.Add((by, type), restrictions = Read(by, type));
        return restrictions;
    }

    private IReadOnlyList<ResourceCondition> Read(Interactions by, string type) => call.Scopes.For(type, by) switch
    {
        { Allowed: false } => [Nothing],
        { Restrictions: [] } => [],
        { Restrictions: var queries } => [new ResourceCondition.Either([.. queries.Select(query => Conditions(type, query))])],
    };

    /// <summary>Of a scope's query; what is not understood lets nothing be seen.</summary>
    private IReadOnlyList<ResourceCondition> Conditions(string type, string query)
    {
        var pairs = query.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "")));
        var (plan, _) = new SearchReader(type, setting).Read(pairs, isLenient: false);
        return plan?.Criteria.All(criterion => criterion is Criterion.Own) == true ? [.. plan.Criteria.Cast<Criterion.Own>().Select(own => own.Condition)] : [Nothing];
    }
}
