using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Operators;

/// <summary>The arithmetic operators. Null (an empty result) on overflow and division by zero.</summary>
internal static class Arithmetic
{
    private const int LongestText = 1_000_000;

    public static PathItem? Of(string symbol, PathItem left, PathItem right)
    {
        try
        {
            return (left, right) switch
            {
                (IntegerItem one, IntegerItem other) when symbol != "/" => Integers(symbol, one.Value, other.Value),
                (NumberItem one, NumberItem other) => Decimals(symbol, one.Number, other.Number),
                (StringItem one, StringItem other) when symbol == "+" => Joined(one.Value, other.Value),
                (MomentItem one, QuantityItem other) when symbol is "+" or "-" => Move(one, symbol == "-" ? other.With(-other.Value) : other),
                (QuantityItem one, QuantityItem other) => QuantityArithmetic.Of(symbol, one, other),
                (QuantityItem one, NumberItem other) when symbol is "*" or "/" => QuantityArithmetic.Of(symbol, one, new QuantityItem(other.Number, "1", false)),
                (NumberItem one, QuantityItem other) when symbol is "*" or "/" => QuantityArithmetic.Of(symbol, new QuantityItem(one.Number, "1", false), other),
                _ => throw FhirPathException.WrongType($"{left.TypeName} {symbol} {right.TypeName} is not defined."),
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static StringItem Joined(string left, string right) =>
        left.Length + right.Length <= LongestText ? new StringItem(left + right) : throw new FhirPathException("too-costly", "The text grows too long.");

    private static IntegerItem? Integers(string symbol, int left, int right) => symbol switch
    {
        "+" => new IntegerItem(checked(left + right)),
        "-" => new IntegerItem(checked(left - right)),
        "*" => new IntegerItem(checked(left * right)),
        "div" => right == 0 ? null : new IntegerItem(checked(left / right)),
        _ => right is 0 ? null : new IntegerItem(right == -1 ? 0 : left % right),
    };

    private static NumberItem? Decimals(string symbol, decimal left, decimal right) => symbol switch
    {
        "+" => new DecimalItem(left + right),
        "-" => new DecimalItem(left - right),
        "*" => new DecimalItem(left * right),
        _ when right == 0 => null,
        "/" => new DecimalItem(left / right),
        "div" => new IntegerItem(checked((int)decimal.Truncate(left / right))),
        _ => new DecimalItem(left % right),
    };

    private static MomentItem? Move(MomentItem moment, QuantityItem by)
    {
        var unit = CalendarUnits.Of(by) ?? throw FhirPathException.WrongType($"A date cannot move by '{by.Unit}'.");
        return moment.Value.Add(by.Value, unit) is { } moved ? new MomentItem(moved) : null;
    }
}
