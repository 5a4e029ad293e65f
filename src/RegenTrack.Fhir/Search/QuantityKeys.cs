using System.Text.Json;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.FhirPath.Values;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Search;

/// <summary>Numbers and quantities as spans.</summary>
internal static class QuantityKeys
{
    private const string Currencies = "urn:iso:std:iso:4217";

    public static void AddNumber(string parameter, PathItem item, List<SearchKey> keys)
    {
        if (item.TypeName == "Range")
        {
            if (Ends(item.Element) is var (low, high, _))
                keys.Add(new NumberKey(parameter, low, high));
        }
        else if (item.Plain is NumberItem number)
        {
            var (low, high) = Open(number.Number);
            keys.Add(new NumberKey(parameter, low, high));
        }
    }

    public static void AddQuantity(string parameter, PathItem item, List<SearchKey> keys)
    {
        var json = item.Element;
        if (item.TypeName == "Range")
        {
            if (Ends(json) is var (low, high, unit))
                keys.Add(new QuantityKey(parameter, low, high, unit.Text("system"), unit.Text("code"), unit.Text("unit")));
        }
        else if (json.Number("value") is { } value)
        {
            var (low, high) = Compared(value, json.Text("comparator"));
            var currency = json.Text("currency");
            keys.Add(new QuantityKey(parameter, low, high, currency is null ? json.Text("system") : Currencies, json.Text("code") ?? currency, json.Text("unit")));
        }
    }

    private static (decimal Low, decimal High, JsonElement Unit)? Ends(JsonElement range)
    {
        var (low, high) = (range.Number("low", "value"), range.Number("high", "value"));
        if (low is null && high is null)
            return null;
        return (low is { } first ? Open(first).Low : decimal.MinValue, high is { } last ? Open(last).High : decimal.MaxValue, range.At(low is null ? "high" : "low")!.Value);
    }

    private static (decimal Low, decimal High) Compared(decimal value, string? comparator) => comparator switch
    {
        "<" or "<=" => (decimal.MinValue, Open(value).High),
        ">" or ">=" => (Open(value).Low, decimal.MaxValue),
        _ => Open(value),
    };

    /// <summary>Half a unit of the last digit on either side.</summary>
    private static (decimal Low, decimal High) Open(decimal value)
    {
        var half = new decimal(5, 0, 0, false, (byte)Math.Min(value.Scale + 1, 28));
        return Math.Abs(value) > decimal.MaxValue / 10 ? (value, value) : (value - half, value + half);
    }
}
