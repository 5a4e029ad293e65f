using System.Text.Json;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>What of an institution's resources goes into an export: what scopes allow and what concerns the patients that are asked for.</summary>
/// <param name="also">Scopes that must allow it too; null for none.</param>
internal sealed class ExportFilter(ExportOrder order, GrantedScopes? also = null)
{
    private readonly HashSet<string> members = [.. order.Patients];
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> restrictions = new(StringComparer.Ordinal);
    private readonly GrantedScopes[] scopes = also is null ? [GrantedScopes.Parse(order.Scopes)] : [GrantedScopes.Parse(order.Scopes), also];

    /// <summary>Whether scopes let a type be exported: what is exported is both found and read.</summary>
    public static bool Allows(GrantedScopes scopes, string type) => scopes.For(type, Interactions.Read).Allowed && scopes.For(type, Interactions.Search).Allowed;

    /// <summary>Whether all resources of a type go in.</summary>
    public bool IsOpen(string type) => order.Kind == ExportKind.System && Restrictions(type).Count == 0;

    /// <summary>Whether a resource concerns one of the patients that are asked for.</summary>
    public bool Concerns(string type, string id, JsonElement resource) =>
        PatientCompartment.Holds(type, id, resource, patient => order.Kind == ExportKind.Patient || members.Contains(patient));

    public bool Shows(string type, string id, ReadOnlySpan<byte> body)
    {
        if (IsOpen(type))
            return true;

        // Of a deleted resource nothing is left that could tell.
        if (body.Length == 0)
            return false;
        var resource = JsonElement.Parse(body);

        // What is derived follows what it is derived from: only that of the patients' resources was read.
        return Restrictions(type).All(one => ScopeRestriction.Fits(one, resource)) && (order.Kind == ExportKind.System || ExportPages.Derives(type) || Concerns(type, id, resource));
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
