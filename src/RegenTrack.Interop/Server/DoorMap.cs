using System.Reflection;
using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server;

/// <summary>The registered doors by resource type, and what each of them does.</summary>
internal sealed class DoorMap
{
    private static readonly (string Code, string Method)[] Single =
    [
        ("read", nameof(IResourceDoor.Read)), ("create", nameof(IResourceDoor.Create)), ("update", nameof(IResourceDoor.Update)), ("delete", nameof(IResourceDoor.Delete)),
    ];

    private readonly Dictionary<string, IResourceDoor> own;
    private readonly Dictionary<string, IResourceDoor> served;
    private readonly Dictionary<string, ISearchDoor> searches;
    private readonly HashSet<string> stored;

    public DoorMap(IEnumerable<IResourceDoor> resources, IEnumerable<ISearchDoor> searches, IEnumerable<ITransactionDoor> transactions, IEnumerable<IStreamRendering> renderings)
    {
        own = resources.ToDictionary(door => door.Type, StringComparer.Ordinal);
        stored = [.. renderings.SelectMany(rendering => rendering.Types)];
        served = new(own, StringComparer.Ordinal);
        foreach (var type in stored)
            served[type] = new StoredDoor(type, own.GetValueOrDefault(type));
        this.searches = searches.ToDictionary(door => door.Type, StringComparer.Ordinal);
        Transactions = [.. transactions];
    }

    public IReadOnlyList<ITransactionDoor> Transactions { get; }

    public IEnumerable<string> Types => served.Keys.Union(searches.Keys).Order(StringComparer.Ordinal);

    public IResourceDoor? Resource(string type) => served.GetValueOrDefault(type);

    public ISearchDoor? Search(string type) => searches.GetValueOrDefault(type);

    /// <summary>Whether resources of a type are rendered from streams, and so are read, searched and remembered by the server itself.</summary>
    public bool IsStored(string type) => stored.Contains(type);

    /// <summary>Whether resources of a type have versions that can be read.</summary>
    public bool HasVersions(string type) => IsStored(type) || (own.TryGetValue(type, out var door) && door.NeverChanges);

    /// <summary>What the doors of a type do, as http://hl7.org/fhir/restful-interaction codes.</summary>
    public IEnumerable<string> Interactions(string type)
    {
        IEnumerable<string> kept = IsStored(type) ? ["read", "vread", "history-instance", "history-type", "search-type"] : searches.ContainsKey(type) ? ["search-type"] : [];
        var single = own.TryGetValue(type, out var door) ? Single.Where(one => Overrides(door, one.Method)).Select(one => one.Code).ToList() : [];
        return single.Concat(IsStored(type) && single.Contains("update") ? ["patch"] : []).Concat(HasVersions(type) ? ["vread", "history-instance"] : []).Union(kept);
    }

    private static bool Overrides(IResourceDoor door, string method)
    {
        var map = door.GetType().GetInterfaceMap(typeof(IResourceDoor));
        var at = Array.FindIndex(map.InterfaceMethods, one => one.Name == method);
        return map.TargetMethods[at] is MethodInfo target && target.DeclaringType != typeof(IResourceDoor);
    }
}
