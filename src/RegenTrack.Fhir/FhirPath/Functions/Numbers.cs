using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary>Functions of numbers. What has no result (a root of a negative number, an overflow) is empty.</summary>
internal static class Numbers
{
    public static readonly ImmutableArray<Function> Functions =
    [
        new("abs", 0, 0, (_, input, _) => input.Single("abs") is QuantityItem quantity ? quantity.With(Math.Abs(quantity.Value)) : Whole(input, "abs", Math.Abs, keepsInteger: true)),
        new("ceiling", 0, 0, (_, input, _) => Whole(input, "ceiling", Math.Ceiling)),
        new("floor", 0, 0, (_, input, _) => Whole(input, "floor", Math.Floor)),
        new("truncate", 0, 0, (_, input, _) => Whole(input, "truncate", Math.Truncate)),
        new("exp", 0, 0, (_, input, _) => Number(input, "exp") is { } number ? Real(Math.Exp((double)number)) : Items.Empty),
        new("ln", 0, 0, (_, input, _) => Number(input, "ln") is { } number ? Real(Math.Log((double)number)) : Items.Empty),
        new("sqrt", 0, 0, (_, input, _) => Number(input, "sqrt") is { } number ? Real(Math.Sqrt((double)number)) : Items.Empty),
        new("log", 1, 1, (scope, input, arguments) => Two(scope, input, arguments, "log") is var (number, other) ? Real(Math.Log((double)number) / Math.Log((double)other)) : Items.Empty),
        new("power", 1, 1, Power),
        new("round", 0, 1, Round),
    ];

    private static decimal? Number(Items input, string what) => input.Single(what) switch
    {
        null => null,
        NumberItem number => number.Number,
        var other => throw FhirPathException.WrongType($"{what}() needs a number, not {other.TypeName}."),
    };

    private static (decimal, decimal)? Two(Scope scope, Items input, ImmutableArray<Node> arguments, string what) =>
        Number(input, what) is { } number && Number(arguments[0].Evaluate(scope), what) is { } other ? (number, other) : null;

    private static Items Whole(Items input, string what, Func<decimal, decimal> body, bool keepsInteger = false)
    {
        if (Number(input, what) is not { } number)
            return Items.Empty;
        var result = body(number);
        if (keepsInteger && input.Single(what) is DecimalItem)
            return new DecimalItem(result);
        return result is >= int.MinValue and <= int.MaxValue ? new IntegerItem((int)result) : Items.Empty;
    }

    private static Items Real(double value) =>
        double.IsFinite(value) && Math.Abs(value) < (double)decimal.MaxValue / 2 ? new DecimalItem((decimal)value) : Items.Empty;

    private static Items Power(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (Two(scope, input, arguments, "power") is not var (number, exponent))
            return Items.Empty;
        var result = Math.Pow((double)number, (double)exponent);
        return input.Single("power") is IntegerItem && exponent >= 0 && decimal.Truncate(exponent) == exponent && Math.Abs(result) <= int.MaxValue
            ? new IntegerItem((int)result) : Real(result);
    }

    private static Items Round(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (Number(input, "round") is not { } number)
            return Items.Empty;
        var digits = arguments.IsEmpty ? 0 : Subsetting.Integer(scope, arguments[0]);
        return digits switch
        {
            null => Items.Empty,
            < 0 or > 28 => throw FhirPathException.WrongType("round() takes 0 to 28 digits."),
            _ => new DecimalItem(Math.Round(number, digits.Value, MidpointRounding.AwayFromZero)),
        };
    }
}
