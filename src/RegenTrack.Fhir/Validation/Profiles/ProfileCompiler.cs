using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Validation.Profiles;

/// <summary>Turns a snapshot into rules, leaving out what the type says anyway.</summary>
internal static class ProfileCompiler
{
    /// <summary>The profile, or null when its snapshot does not fit its type.</summary>
    public static Profile? Compile(JsonElement definition)
    {
        if (definition.Text("url") is not { } url || definition.Text("type") is not { } name || R4.Definitions.Find(name) is not { } type)
            return null;
        var lines = definition.Items("snapshot", "element").ToList();
        if (lines.Count == 0)
            return null;
        var root = Root(lines[0], name, type);
        var rules = new Dictionary<string, ElementRule>(StringComparer.Ordinal) { [name] = root };
        foreach (var line in lines.Skip(1))
        {
            if (IdOf(line) is { } id && Place(id, rules) is var (parent, sliced) && RuleReading.Read(line, id, parent, sliced) is { } rule)
            {
                rules.TryAdd(id, rule);
                (sliced?.Slices ?? parent.Children).Add(rule);
            }
        }

        Prune(root);
        return new Profile
        {
            Url = url,
            Type = name,
            Root = root,
            Contexts = [.. definition.Items("context").Select(context => (context.Text("type") ?? "element", context.Text("expression") ?? ""))],
            IsModifier = lines[0].Flag("isModifier") == true,
        };
    }

    private static ElementRule Root(JsonElement line, string name, TypeDefinition type) => new()
    {
        Id = name,
        Label = name,
        ValueType = type,
        Constraints = RuleReading.Beyond(line, type.Constraints),
    };

    private static string? IdOf(JsonElement line) => line.Text("id") ?? (line.Text("path") is { } path && line.Text("sliceName") is { } slice ? $"{path}:{slice}" : line.Text("path"));

    /// <summary>The rule that holds an element, and for a slice the rule that it is a slice of.</summary>
    private static (ElementRule Parent, ElementRule? Sliced)? Place(string id, Dictionary<string, ElementRule> rules)
    {
        var dot = id.LastIndexOf('.');
        if (dot < 0 || !rules.TryGetValue(id[..dot], out var parent))
            return null;
        var colon = id.IndexOf(':', dot);
        if (colon < 0)
            return (parent, null);
        var slash = id.LastIndexOf('/');
        return rules.TryGetValue(slash > colon ? id[..slash] : id[..colon], out var sliced) ? (parent, sliced) : null;
    }

    private static void Prune(ElementRule rule)
    {
        foreach (var part in rule.Children.Concat(rule.Slices))
            Prune(part);
        rule.Children.RemoveAll(child => child.IsEmpty);
        if (rule.Slices.TrueForAll(slice => slice.IsEmpty) && rule.Slicing?.Rules is not "closed")
            rule.Slices.Clear();
    }
}
