using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Nodes;

/// <summary>A sign before a number.</summary>
internal sealed class Polarity(bool negative, Node operand) : Node
{
    public bool IsNegative => negative;

    public Node Operand => operand;

    public override Items Evaluate(Scope scope) => operand.Evaluate(scope).Single("A sign") switch
    {
        null => Items.Empty,
        SystemItem number when !negative && number is NumberItem or QuantityItem => number,
        IntegerItem integer => integer.Value == int.MinValue ? Items.Empty : new IntegerItem(-integer.Value),
        DecimalItem number => new DecimalItem(-number.Number),
        QuantityItem quantity => quantity.With(-quantity.Value),
        var other => throw FhirPathException.WrongType($"A sign cannot stand before {other.TypeName}."),
    };
}
