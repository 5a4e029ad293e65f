using System.Reflection;
using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server;

/// <summary>The registered doors by resource type, and what each of them does.</summary>
internal sealed class DoorMap(IEnumerable<IResourceDoor> resources, IEnumerable<ISearchDoor> searches, IEnumerable<ITransactionDoor> transactions, IEnumerable<IStreamRendering> renderings)
{
    private readonly Dictionary<string, IResourceDoor> resources = resources.ToDictionary(door => door.Type, StringComparer.Ordinal);
    private readonly Dictionary<string, ISearchDoor> searches = searches.ToDictionary(door => door.Type, StringComparer.Ordinal);

    private readonly HashSet<string> stored = [.. renderings.SelectMany(rendering => rendering.Types)];

    public IReadOnlyList<ITransactionDoor> Transactions { get; } = [.. transactions];

    public IEnumerable<string> Types => resources.Keys.Union(searches.Keys).Union(stored).Order(StringComparer.Ordinal);

    public IResourceDoor? Resource(string type) => resources.GetValueOrDefault(type);

    public ISearchDoor? Search(string type) => searches.GetValueOrDefault(type);

    /// <summary>Whether resources of a type are rendered from streams, and so are read, searched and remembered by the server itself.</summary>
    public bool IsStored(string type) => stored.Contains(type);

    /// <summary>The interactions that the doors of a type override, as http://hl7.org/fhir/restful-interaction codes.</summary>
    public IEnumerable<string> Interactions(string type)
    {
        if (IsStored(type))
        {
            foreach (var code in new[] { "read", "vread", "history-instance", "history-type" })
                yield return code;
        }

        if (Resource(type) is { } door)
        {
            foreach (var (code, method) in new[] { ("read", nameof(IResourceDoor.Read)), ("create", nameof(IResourceDoor.Create)), ("update", nameof(IResourceDoor.Update)), ("delete", nameof(IResourceDoor.Delete)) })
            {
                if (Overrides(door, method))
                    yield return code;
            }
        }

        if (searches.ContainsKey(type) || IsStored(type))
            yield return "search-type";
    }

    private static bool Overrides(IResourceDoor door, string method)
    {
        var map = door.GetType().GetInterfaceMap(typeof(IResourceDoor));
        var at = Array.FindIndex(map.InterfaceMethods, one => one.Name == method);
        return map.TargetMethods[at] is MethodInfo target && target.DeclaringType != typeof(IResourceDoor);
    }
}
