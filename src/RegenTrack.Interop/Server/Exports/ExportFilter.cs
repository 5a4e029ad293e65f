using System.Text.Json;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>What of an institution's resources goes into an export: what scopes allow, what concerns the patients that are asked for, and what fits the searches of its type.</summary>
/// <param name="also">Scopes that must allow it too; null for none.</param>
internal sealed class ExportFilter(ExportJob job, GrantedScopes? also = null)
{
    private readonly ExportOrder order = job.Order;
    private readonly HashSet<string> members = [.. job.Order.Patients];
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> restrictions = new(StringComparer.Ordinal);
    private readonly GrantedScopes[] scopes = also is null ? [GrantedScopes.Parse(job.Order.Scopes)] : [GrantedScopes.Parse(job.Order.Scopes), also];
    private readonly ILookup<string, TypeFilter> filters = job.Order.Filters
        .Select(filter => TypeFilter.Kept(filter, new SearchSetting(job.Order.Base, job.At, _ => false))).ToLookup(filter => filter.Type, StringComparer.Ordinal);

    /// <summary>Whether scopes let a type be exported: what is exported is both found and read.</summary>
    public static bool Allows(GrantedScopes scopes, string type) => scopes.For(type, Interactions.Read).Allowed && scopes.For(type, Interactions.Search).Allowed;

    /// <summary>Whether a resource concerns one of the patients that are asked for.</summary>
    public bool Concerns(string type, string id, JsonElement resource) =>
        PatientCompartment.Holds(type, id, resource, patient => order.Kind == ExportKind.Patient || members.Contains(patient));

    /// <param name="body">Empty for a deleted resource, of which nothing is left that could tell: it is shown where all of its type may be.</param>
    public bool Shows(string type, string id, DateTimeOffset updated, ReadOnlySpan<byte> body)
    {
        if (body.Length == 0 || (IsOpen(type) && !filters.Contains(type)))
            return IsOpen(type);
        var resource = JsonElement.Parse(body);

        // What is derived follows what it is derived from: only that of the patients' resources was read.
        return Restrictions(type).All(one => ScopeRestriction.Fits(one, resource))
            && (order.Kind == ExportKind.System || ExportPages.Derives(type) || Concerns(type, id, resource)) && Fits(type, id, updated, resource);
    }

    private bool IsOpen(string type) => order.Kind == ExportKind.System && Restrictions(type).Count == 0;

    private bool Fits(string type, string id, DateTimeOffset updated, JsonElement resource)
    {
        if (!filters.Contains(type))
            return true;
        var index = ResourceIndexer.Index(resource);
        return filters[type].Any(filter => filter.Conditions?.All(condition => ConditionJudge.Holds(condition, id, updated, index)) == true);
    }

    /// <summary>Of each of the scopes' answers that restrict at all: a resource must fit one of each.</summary>
    private IReadOnlyList<IReadOnlyList<string>> Restrictions(string type)
    {
        if (!restrictions.TryGetValue(type, out var known))
        {
            var answers = scopes.SelectMany(granted => new[] { granted.For(type, Interactions.Read), granted.For(type, Interactions.Search) });
            restrictions.Add(type, known = [.. answers.Select(answer => answer.Restrictions).Where(one => one.Count > 0)]);
        }

        return known;
    }
}
