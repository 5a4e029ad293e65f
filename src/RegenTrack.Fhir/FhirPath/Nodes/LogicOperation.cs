namespace RegenTrack.Fhir.FhirPath.Nodes;

/// <summary>Three-valued logic. The right operand is not looked at when the left one decides.</summary>
internal sealed class LogicOperation(string symbol, Node left, Node right) : Operation(symbol, left, right)
{
    public override Items Evaluate(Scope scope)
    {
        var one = Left.Evaluate(scope).Truth(Symbol);
        if ((Symbol, one) is ("and", false) or ("or", true) or ("implies", false))
            return Truths.Answer(Symbol != "and");
        var other = Right.Evaluate(scope).Truth(Symbol);
        return Truths.Answer(Symbol switch
        {
            "and" => one & other,
            "or" => one | other,
            "xor" => one ^ other,
            _ => !one | other,
        });
    }
}
