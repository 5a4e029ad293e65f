using RegenTrack.Fhir.FhirPath.Operators;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Nodes;

/// <summary><c>in</c> and <c>contains</c>.</summary>
internal sealed class MembershipOperation(string symbol, Node left, Node right) : Operation(symbol, left, right)
{
    public override Items Evaluate(Scope scope)
    {
        var (element, collection) = Symbol == "in" ? (Left, Right) : (Right, Left);
        if (!element.Evaluate(scope).TrySingle(out var wanted, Symbol))
            return Items.Empty;
        foreach (var item in collection.Evaluate(scope))
        {
            if (Equality.Of(item, wanted, scope.Evaluation) == true)
                return BooleanItem.True;
        }

        return BooleanItem.False;
    }
}
