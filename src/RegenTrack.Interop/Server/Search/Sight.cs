using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server.Search;

/// <summary>What a caller may find, wherever a search looks: among the matches, along a chain, among what is included and in what is counted.</summary>
/// <param name="Restrictions">Of a type, what must hold besides.</param>
internal sealed record Sight(string? Institution, Func<string, IReadOnlyList<ResourceCondition>> Restrictions)
{
    public ResourceQuery Query(string type, params IEnumerable<ResourceCondition> conditions) => new(type, Institution, [.. conditions, .. Restrictions(type)]);
}
