using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Units;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary>What a value of limited precision may stand for.</summary>
internal static class Boundaries
{
    private const int MostDigits = 28;

    public static readonly ImmutableArray<Function> Functions =
    [
        new("lowBoundary", 0, 1, (scope, input, arguments) => Boundary(scope, input, arguments, false)),
        new("highBoundary", 0, 1, (scope, input, arguments) => Boundary(scope, input, arguments, true)),
        Function.Of("precision", input => input.Single("precision") switch
        {
            null => Items.Empty,
            NumberItem number => new IntegerItem(number.Number.Scale),
            MomentItem moment => new IntegerItem(moment.Value.DigitCount),
            var other => throw FhirPathException.WrongType($"{other.TypeName} has no precision."),
        }),
        new("comparable", 1, 1, (scope, input, arguments) => input.Single("comparable") is { } one && arguments[0].Evaluate(scope).Single("comparable") is { } other
            ? BooleanItem.Of(one is QuantityItem left && other is QuantityItem right && Quantities.Compare(left, right) is not null) : Items.Empty),
    ];

    private static Items Boundary(Scope scope, Items input, ImmutableArray<Node> arguments, bool high)
    {
        var digits = arguments.IsEmpty ? null : Subsetting.Integer(scope, arguments[0]);
        if (!arguments.IsEmpty && digits is null)
            return Items.Empty;
        return input.Single("A boundary") switch
        {
            null => Items.Empty,
            NumberItem number => Number(number.Number, digits ?? 8, high) is { } bound ? new DecimalItem(bound) : Items.Empty,
            QuantityItem quantity => Number(quantity.Value, digits ?? 8, high) is { } bound ? quantity.With(bound) : Items.Empty,
            MomentItem moment => moment.Value.Boundary(digits, high) is { } bound ? new MomentItem(bound) : Items.Empty,
            var other => throw FhirPathException.WrongType($"{other.TypeName} has no boundary."),
        };
    }

    /// <summary>
    /// Half a unit of the last digit away. Cut to fewer digits, HL7's official cases drop the rest of a boundary that lies nearer to zero
    /// than the value, and round the other one half up.
    /// </summary>
    private static decimal? Number(decimal value, int digits, bool high)
    {
        if (digits is < 0 or > MostDigits)
            return null;
        try
        {
            var half = new decimal(5, 0, 0, false, (byte)Math.Min(value.Scale + 1, MostDigits));
            var bound = high ? value + half : value - half;
            var outward = high == value >= 0;
            bound = Math.Round(bound, digits, outward ? MidpointRounding.AwayFromZero : MidpointRounding.ToZero);
            // Adding a zero of the wanted scale pads the digits.
            return bound + new decimal(0, 0, 0, false, (byte)digits) is var padded && padded.Scale == digits ? padded : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
