using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Terminology;

/// <summary>The codes of one code system and what each stands under.</summary>
internal sealed class CodeSystem
{
    private readonly Dictionary<string, List<string>> parents = new(StringComparer.Ordinal);

    public CodeSystem(JsonElement definition)
    {
        IsComplete = definition.Text("content") == "complete";
        Add(definition, null);
        Codes = [.. parents.Keys];
    }

    /// <summary>Whether every code of the system is here.</summary>
    public bool IsComplete { get; }

    public HashSet<string> Codes { get; }

    /// <summary>Whether a code is another one or stands under it.</summary>
    public bool IsA(string code, string root) => IsA(code, root, []);

    private bool IsA(string code, string root, HashSet<string> seen) =>
        code == root || (seen.Add(code) && parents.TryGetValue(code, out var above) && above.Exists(parent => IsA(parent, root, seen)));

    private void Add(JsonElement holder, string? parent)
    {
        foreach (var concept in holder.Items("concept"))
        {
            if (concept.Text("code") is not { } code)
                continue;
            if (!parents.TryGetValue(code, out var above))
                parents[code] = above = [];
            if (parent is not null)
                above.Add(parent);
            above.AddRange(from property in concept.Items("property")
                           where property.Text("code") is "parent" or "subsumedBy"
                           let stated = property.Text("valueCode")
                           where stated is not null
                           select stated);
            Add(concept, code);
        }
    }
}
