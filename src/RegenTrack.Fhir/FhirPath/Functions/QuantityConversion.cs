using System.Text.RegularExpressions;
using RegenTrack.Fhir.FhirPath.Units;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary>What becomes a quantity, and in which unit.</summary>
internal static partial class QuantityConversion
{
    public static PathItem? Of(PathItem item, string? unit)
    {
        var quantity = item switch
        {
            QuantityItem one => one,
            NumberItem number => new QuantityItem(number.Number, "1", false),
            BooleanItem boolean => new QuantityItem(boolean.Value ? 1.0m : 0.0m, "1", false),
            StringItem text => Parse(text.Value),
            _ => null,
        };
        return quantity is null || unit is null || quantity.Unit == unit ? quantity : Convert(quantity, new QuantityItem(1, unit, CalendarUnits.IsWord(unit)));
    }

    private static QuantityItem? Parse(string text)
    {
        var parts = Pattern().Match(text);
        if (!parts.Success || SystemValues.Decimal(parts.Groups["value"].Value) is not { } value)
            return null;
        if (parts.Groups["code"] is { Success: true } code)
            return new QuantityItem(value.Number, code.Value, false);
        var word = parts.Groups["word"];
        return !word.Success ? new QuantityItem(value.Number, "1", false)
            : CalendarUnits.IsWord(word.Value) ? new QuantityItem(value.Number, word.Value, true) : null;
    }

    private static QuantityItem? Convert(QuantityItem from, QuantityItem to)
    {
        if (Quantities.Of(from) is not { } one || Quantities.Of(to) is not { } other || !one.IsComparable(other))
            return null;
        return ((one.Canonical(from.Value) - other.Shift) / other.Factor).ToDecimal() is { } value ? to.With(value) : null;
    }

    [GeneratedRegex(@"^(?<value>[+-]?\d+(\.\d+)?)(\s*'(?<code>[^']+)'|\s+(?<word>[a-z]+))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
