using RegenTrack.Fhir.FhirPath.Units;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Operators;

/// <summary>Quantities are added in the unit of the left one; products carry the product of the units.</summary>
internal static class QuantityArithmetic
{
    private const int LongestUnit = 100;

    public static QuantityItem? Of(string symbol, QuantityItem left, QuantityItem right) => symbol switch
    {
        "+" => Sum(left, right),
        "-" => Sum(left, right.With(-right.Value)),
        "*" => new QuantityItem(left.Value * right.Value, Product(left.Unit, right.Unit, '.'), false),
        "/" => right.Value == 0 ? null : Quotient(left, right),
        _ => throw FhirPathException.WrongType($"Quantity {symbol} Quantity is not defined."),
    };

    private static QuantityItem? Sum(QuantityItem left, QuantityItem right)
    {
        if (left.Unit == right.Unit)
            return left.With(left.Value + right.Value);
        if (Quantities.Of(left) is not { IsShifted: false } one || Quantities.Of(right) is not { IsShifted: false } other || !one.IsComparable(other))
            return null;
        return (other.Canonical(right.Value) / one.Factor).ToDecimal() is { } added ? left.With(left.Value + added) : null;
    }

    private static QuantityItem? Quotient(QuantityItem left, QuantityItem right)
    {
        if (left.Unit == right.Unit)
            return new QuantityItem(left.Value / right.Value, "1", false);
        return new QuantityItem(left.Value / right.Value, Product(left.Unit, right.Unit, '/'), false);
    }

    private static string Product(string left, string right, char symbol)
    {
        if (right == "1")
            return left;
        if (left == "1" && symbol == '.')
            return right;
        var unit = $"({left}){symbol}({right})";
        return unit.Length <= LongestUnit ? unit : throw new FhirPathException("too-costly", "The unit grows too long.");
    }
}
