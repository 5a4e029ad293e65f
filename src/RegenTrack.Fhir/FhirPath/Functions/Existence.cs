using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Operators;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary>Questions about a whole collection.</summary>
internal static class Existence
{
    public static readonly ImmutableArray<Function> Functions =
    [
        Function.Of("empty", input => BooleanItem.Of(input.IsEmpty)),
        Function.Of("not", input => Truths.Answer(!input.Truth("not()"))),
        Function.Of("count", input => IntegerItem.Of(input.Count)),
        Function.Of("allTrue", input => BooleanItem.Of(!Has(input, false))),
        Function.Of("anyTrue", input => BooleanItem.Of(Has(input, true))),
        Function.Of("allFalse", input => BooleanItem.Of(!Has(input, true))),
        Function.Of("anyFalse", input => BooleanItem.Of(Has(input, false))),
        new("exists", 0, 1, (scope, input, arguments) => BooleanItem.Of(arguments.IsEmpty ? !input.IsEmpty : Any(scope, input, arguments[0], true))),
        new("all", 1, 1, (scope, input, arguments) => BooleanItem.Of(!Any(scope, input, arguments[0], false))),
        new("subsetOf", 1, 1, (scope, input, arguments) => BooleanItem.Of(IsSubset(input, arguments[0].Evaluate(scope), scope.Evaluation))),
        new("supersetOf", 1, 1, (scope, input, arguments) => BooleanItem.Of(IsSubset(arguments[0].Evaluate(scope), input, scope.Evaluation))),
        new("isDistinct", 0, 0, (scope, input, _) => BooleanItem.Of(input.Count < 2 || Combining.Distinct(input, scope.Evaluation).Count == input.Count)),
        new("distinct", 0, 0, (scope, input, _) => input.Count < 2 ? input : Combining.Distinct(input, scope.Evaluation)),
    ];

    /// <summary>Whether the criterion is true for some item, or is not true for some.</summary>
    private static bool Any(Scope scope, Items input, Node criterion, bool wanted)
    {
        var inner = scope.Nested(Items.Empty);
        for (var i = 0; i < input.Count; i++)
        {
            scope.Evaluation.Spend();
            inner.This = input[i];
            inner.Index = IntegerItem.Of(i);
            if ((criterion.Evaluate(inner).Truth("A criterion") == true) == wanted)
                return true;
        }

        return false;
    }

    private static bool Has(Items input, bool wanted)
    {
        var has = false;
        foreach (var item in input)
            has |= item.Plain is BooleanItem boolean ? boolean.Value == wanted : throw FhirPathException.WrongType("Only booleans can all be true or false.");
        return has;
    }

    private static bool IsSubset(Items inner, Items outer, Evaluation evaluation)
    {
        var known = new HashSet<PathItem>(outer, new ItemEquality(evaluation));
        return inner.All(known.Contains);
    }
}
