using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Nodes;
using RegenTrack.Fhir.FhirPath.Operators;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary><c>sort()</c>: by keys, a minus before a key for descending. Items without a key come first.</summary>
internal static class Sorting
{
    private const int MostKeys = 20;

    public static readonly ImmutableArray<Function> Functions = [new("sort", 0, MostKeys, Sort)];

    private static Items Sort(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (input.Count < 2)
            return input;
        scope.Evaluation.Spend(input.Count);
        ImmutableArray<Node> keys = arguments.IsEmpty ? [new Focus("this")] : arguments;
        var keyed = input.Select(item => (Item: item, Keys: keys.Select(key => Key(scope, item, key)).ToArray())).ToArray();
        try
        {
            return Items.Of([.. keyed.Order(Comparer<(PathItem Item, PathItem?[] Keys)>.Create((one, other) => Compare(keys, one.Keys, other.Keys, scope.Evaluation))).Select(pair => pair.Item)]);
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is FhirPathException inner)
        {
            throw inner;
        }
    }

    private static PathItem? Key(Scope scope, PathItem item, Node key) =>
        (key is Polarity { IsNegative: true } descending ? descending.Operand : key).Evaluate(scope.Nested(item)).Single("A sort key");

    private static int Compare(ImmutableArray<Node> keys, PathItem?[] one, PathItem?[] other, Evaluation evaluation)
    {
        evaluation.Spend();
        for (var i = 0; i < keys.Length; i++)
        {
            if (one[i] is null || other[i] is null)
            {
                if (one[i] is not null || other[i] is not null)
                    return one[i] is null ? -1 : 1;
            }
            else if (Ordering.Of(one[i]!, other[i]!) is { } order && order != 0)
            {
                return keys[i] is Polarity { IsNegative: true } ? -order : order;
            }
        }

        return 0;
    }
}
