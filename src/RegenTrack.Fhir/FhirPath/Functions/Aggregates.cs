using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary><c>aggregate()</c>.</summary>
internal static class Aggregates
{
    public static readonly ImmutableArray<Function> Functions = [new("aggregate", 1, 2, Aggregate)];

    private static Items Aggregate(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        var inner = scope.Nested(Items.Empty);
        inner.Total = arguments.Length == 2 ? arguments[1].Evaluate(scope) : Items.Empty;
        for (var i = 0; i < input.Count; i++)
        {
            scope.Evaluation.Spend();
            inner.This = input[i];
            inner.Index = IntegerItem.Of(i);
            inner.Total = arguments[0].Evaluate(inner);
            scope.Evaluation.Spend(inner.Total.Count);
        }

        return inner.Total;
    }
}
