using System.Collections.Immutable;
using System.Globalization;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary><c>toX()</c> and <c>convertsToX()</c>.</summary>
internal static class Conversions
{
    public static readonly ImmutableArray<Function> Functions =
    [
        .. Pair("Boolean", (item, _) => Boolean(item)),
        .. Pair("Integer", (item, _) => Integer(item)),
        .. Pair("Decimal", (item, _) => Decimal(item)),
        .. Pair("String", (item, _) => item is ElementItem ? null : new StringItem(item.ToString()!)),
        .. Pair("Date", (item, _) => Moment(item, SystemType.Date)),
        .. Pair("DateTime", (item, _) => Moment(item, SystemType.DateTime)),
        .. Pair("Time", (item, _) => Moment(item, SystemType.Time)),
        .. Pair("Quantity", QuantityConversion.Of, arguments: 1),
    ];

    private static Function[] Pair(string type, Func<PathItem, string?, PathItem?> convert, int arguments = 0) =>
    [
        new("to" + type, 0, arguments, (scope, input, given) => input.Single("to" + type) is { } item ? convert(item, Argument(scope, given)) : Items.Empty),
        new("convertsTo" + type, 0, arguments, (scope, input, given) => input.Single("convertsTo" + type) is { } item ? BooleanItem.Of(convert(item, Argument(scope, given)) is not null) : Items.Empty),
    ];

    private static string? Argument(Scope scope, ImmutableArray<Node> arguments) => arguments.IsEmpty ? null : arguments[0].Evaluate(scope).Text("A unit");

    private static BooleanItem? Boolean(PathItem item) => item switch
    {
        BooleanItem boolean => boolean,
        NumberItem { Number: 1 } => BooleanItem.True,
        NumberItem { Number: 0 } => BooleanItem.False,
        StringItem text => text.Value.ToLowerInvariant() switch
        {
            "true" or "t" or "yes" or "y" or "1" or "1.0" => BooleanItem.True,
            "false" or "f" or "no" or "n" or "0" or "0.0" => BooleanItem.False,
            _ => null,
        },
        _ => null,
    };

    private static IntegerItem? Integer(PathItem item) => item switch
    {
        IntegerItem integer => integer,
        BooleanItem boolean => new IntegerItem(boolean.Value ? 1 : 0),
        StringItem text when int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new IntegerItem(number),
        _ => null,
    };

    private static DecimalItem? Decimal(PathItem item) => item switch
    {
        DecimalItem number => number,
        IntegerItem integer => new DecimalItem(integer.Value),
        BooleanItem boolean => new DecimalItem(boolean.Value ? 1 : 0),
        StringItem text => SystemValues.Decimal(text.Value),
        _ => null,
    };

    private static MomentItem? Moment(PathItem item, SystemType type)
    {
        switch (item)
        {
            case MomentItem moment when moment.Type == type:
                return moment;
            case MomentItem { Type: SystemType.Date } date when type == SystemType.DateTime:
                return new MomentItem(date.Value with { Type = type });
            case MomentItem { Type: SystemType.DateTime } moment when type == SystemType.Date:
                return Values.Moment.TryParse(moment.ToString().Split('T')[0], type, out var day) ? new MomentItem(day) : null;
            case StringItem text when !text.Value.EndsWith('T') && Values.Moment.TryParse(text.Value, type, out var parsed):
                return new MomentItem(parsed);
            default:
                return null;
        }
    }
}
