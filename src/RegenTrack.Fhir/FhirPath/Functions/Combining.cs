using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Operators;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary>Functions of two collections.</summary>
internal static class Combining
{
    public static readonly ImmutableArray<Function> Functions =
    [
        new("union", 1, 1, (scope, input, arguments) => Union(input, arguments[0].Evaluate(scope), scope.Evaluation)),
        new("combine", 1, 1, (scope, input, arguments) => Both(input, arguments[0].Evaluate(scope))),
        new("intersect", 1, 1, Intersect),
        new("exclude", 1, 1, Exclude),
    ];

    public static Items Union(Items left, Items right, Evaluation evaluation) =>
        left.IsEmpty && right.Count < 2 ? right : right.IsEmpty && left.Count < 2 ? left : Distinct(Both(left, right), evaluation);

    public static Items Distinct(Items items, Evaluation evaluation)
    {
        var known = new HashSet<PathItem>(new ItemEquality(evaluation));
        return Items.Of([.. items.Where(known.Add)]);
    }

    private static Items Both(Items left, Items right) => left.IsEmpty ? right : right.IsEmpty ? left : Items.Of([.. left, .. right]);

    private static Items Intersect(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        var others = arguments[0].Evaluate(scope);
        if (input.IsEmpty || others.IsEmpty)
            return Items.Empty;
        var known = new HashSet<PathItem>(others, new ItemEquality(scope.Evaluation));
        return Items.Of([.. input.Where(known.Remove)]);
    }

    private static Items Exclude(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        var known = new HashSet<PathItem>(arguments[0].Evaluate(scope), new ItemEquality(scope.Evaluation));
        return known.Count == 0 ? input : Items.Of([.. input.Where(item => !known.Contains(item))]);
    }
}
