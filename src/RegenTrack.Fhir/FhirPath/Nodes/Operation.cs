using RegenTrack.Fhir.FhirPath.Operators;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Nodes;

/// <summary>An operator between two operands.</summary>
internal abstract class Operation(string symbol, Node left, Node right) : Node
{
    public string Symbol => symbol;

    public Node Left => left;

    public Node Right => right;

    public static Operation Of(string symbol, Node left, Node right, int position) => symbol switch
    {
        "=" or "!=" => new EqualityOperation(symbol, left, right) { Position = position },
        "~" or "!~" => new EquivalenceOperation(symbol, left, right) { Position = position },
        "<" or "<=" or ">" or ">=" => new OrderOperation(symbol, left, right) { Position = position },
        "and" or "or" or "xor" or "implies" => new LogicOperation(symbol, left, right) { Position = position },
        "in" or "contains" => new MembershipOperation(symbol, left, right) { Position = position },
        "|" => new UnionOperation(left, right) { Position = position },
        "&" => new ConcatenationOperation(left, right) { Position = position },
        _ => new ArithmeticOperation(symbol, left, right) { Position = position },
    };
}

internal sealed class EqualityOperation(string symbol, Node left, Node right) : Operation(symbol, left, right)
{
    private readonly bool negated = symbol == "!=";

    public override Items Evaluate(Scope scope) =>
        Truths.Answer(Equality.Of(Left.Evaluate(scope), Right.Evaluate(scope), scope.Evaluation) is { } same ? same != negated : null);
}

internal sealed class EquivalenceOperation(string symbol, Node left, Node right) : Operation(symbol, left, right)
{
    private readonly bool negated = symbol == "!~";

    public override Items Evaluate(Scope scope) =>
        BooleanItem.Of(Equivalence.Of(Left.Evaluate(scope), Right.Evaluate(scope), scope.Evaluation) != negated);
}

internal sealed class OrderOperation(string symbol, Node left, Node right) : Operation(symbol, left, right)
{
    public override Items Evaluate(Scope scope)
    {
        if (!Left.Evaluate(scope).TrySingle(out var one, Symbol) || !Right.Evaluate(scope).TrySingle(out var other, Symbol) || Ordering.Of(one, other) is not { } order)
            return Items.Empty;
        return BooleanItem.Of(Symbol switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 });
    }
}

internal sealed class UnionOperation(Node left, Node right) : Operation("|", left, right)
{
    public override Items Evaluate(Scope scope) => Functions.Combining.Union(Left.Evaluate(scope), Right.Evaluate(scope), scope.Evaluation);
}

internal sealed class ConcatenationOperation(Node left, Node right) : Operation("&", left, right)
{
    public override Items Evaluate(Scope scope) => Arithmetic.Joined(Left.Evaluate(scope).Text("&") ?? "", Right.Evaluate(scope).Text("&") ?? "");
}

internal sealed class ArithmeticOperation(string symbol, Node left, Node right) : Operation(symbol, left, right)
{
    public override Items Evaluate(Scope scope) =>
        Left.Evaluate(scope).Single(Symbol) is { } one && Right.Evaluate(scope).Single(Symbol) is { } other ? Arithmetic.Of(Symbol, one, other) : Items.Empty;
}
