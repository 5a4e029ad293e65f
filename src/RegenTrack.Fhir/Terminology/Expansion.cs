using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Terminology;

/// <summary>Works out which codes a value set's definition means.</summary>
internal sealed class Expansion(Catalogue catalogue)
{
    private static readonly Part Nothing = new(new(StringComparer.Ordinal), false);
    private static readonly Part Anything = new(new(StringComparer.Ordinal), true);

    private readonly HashSet<string> running = new(StringComparer.Ordinal);

    public CodeList Of(string url, JsonElement definition)
    {
        var part = Compose(url, definition);
        return new CodeList(url, part.Systems, part.Open);
    }

    private Part Compose(string url, JsonElement definition)
    {
        if (definition.At("compose") is not { } compose || !running.Add(url))
            return Anything;
        var whole = compose.Items("include").Select(Included).Aggregate(Nothing, Part.Or);
        foreach (var (system, codes) in compose.Items("exclude").Select(Included).Aggregate(Nothing, Part.Or).Systems)
        {
            if (whole.Systems.TryGetValue(system, out var kept))
                whole.Systems[system] = kept.Except(codes);
        }

        running.Remove(url);
        return whole;
    }

    private Part Included(JsonElement include)
    {
        var parts = include.Items("valueSet").Select(one => OfSet(one.GetString()!)).ToList();
        if (include.Text("system") is { } system)
            parts.Add(new Part(new(StringComparer.Ordinal) { [system] = OfSystem(system, include) }, false));
        return parts.Count == 0 ? Anything : parts.Aggregate(Part.And);
    }

    private Part OfSet(string canonical) =>
        catalogue.Find("ValueSet", canonical) is { } definition ? Compose(Catalogue.Unversioned(canonical), definition) : Anything;

    private SystemCodes OfSystem(string url, JsonElement include)
    {
        if (include.At("concept") is not null)
            return new([.. include.Items("concept").Select(concept => concept.Text("code")!)], false);
        if (catalogue.System(url) is not { } system)
            return SystemCodes.Unknown;
        var filters = include.Items("filter").ToList();
        if (filters.Count == 0)
            return new([.. system.Codes], !system.IsComplete);
        return system.IsComplete && filters.TrueForAll(filter => filter.Text("property") == "concept" && filter.Text("op") is "is-a" or "descendent-of" or "is-not-a")
            ? new([.. system.Codes.Where(code => filters.TrueForAll(filter => Passes(system, code, filter)))], false)
            : SystemCodes.Unknown;
    }

    private static bool Passes(CodeSystem system, string code, JsonElement filter) => (filter.Text("op"), filter.Text("value")!) switch
    {
        ("is-a", var root) => system.IsA(code, root),
        ("descendent-of", var root) => code != root && system.IsA(code, root),
        (_, var root) => !system.IsA(code, root),
    };

    /// <param name="Open">Whether something of it is unknown whatever the system.</param>
    private sealed record Part(Dictionary<string, SystemCodes> Systems, bool Open)
    {
        public static Part Or(Part one, Part other)
        {
            var systems = new Dictionary<string, SystemCodes>(one.Systems, StringComparer.Ordinal);
            foreach (var (system, codes) in other.Systems)
                systems[system] = systems.TryGetValue(system, out var known) ? known.Or(codes) : codes;
            return new(systems, one.Open || other.Open);
        }

        public static Part And(Part one, Part other)
        {
            var systems = new Dictionary<string, SystemCodes>(StringComparer.Ordinal);
            foreach (var system in one.Systems.Keys.Union(other.Systems.Keys))
            {
                var both = one.Of(system).And(other.Of(system));
                if (both.Open || both.Codes.Count > 0)
                    systems[system] = both;
            }

            return new(systems, one.Open && other.Open);
        }

        private SystemCodes Of(string system) => Systems.TryGetValue(system, out var codes) ? codes : Open ? SystemCodes.Unknown : new([], false);
    }
}
