using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary>Functions that walk the tree of elements.</summary>
internal static class Tree
{
    public static readonly ImmutableArray<Function> Functions =
    [
        new("children", 0, 0, (scope, input, _) =>
        {
            var found = new Collecting();
            foreach (var item in input)
                AddChildren(item, ref found, scope.Evaluation);
            return found.Items;
        }),
        new("descendants", 0, 0, (scope, input, _) =>
        {
            var found = new List<PathItem>();
            foreach (var item in input)
                AddDescendants(item, found, scope.Evaluation);
            return Items.Of(found);
        }),
        Function.Of("type", input => Items.Of([.. input.Select(Type)])),
    ];

    private static void AddChildren(PathItem item, ref Collecting found, Evaluation evaluation)
    {
        if (item is not ElementItem element)
            return;
        foreach (var (_, child) in Children.Of(element, evaluation))
            found.Add(child);
    }

    /// <summary>Level by level, as repeat(children()) would find them.</summary>
    private static void AddDescendants(PathItem item, List<PathItem> found, Evaluation evaluation)
    {
        var at = found.Count;
        if (item is ElementItem root)
            found.AddRange(Children.Of(root, evaluation).Select(child => child.Item));
        for (; at < found.Count; at++)
            found.AddRange(Children.Of((ElementItem)found[at], evaluation).Select(child => child.Item));
    }

    private static TypeItem Type(PathItem item) => item switch
    {
        SystemItem value => new TypeItem("System", value.Type.ToString()),
        TypeItem => new TypeItem("System", "TypeInfo"),
        _ => new TypeItem("FHIR", item.TypeName),
    };
}
