using System.Globalization;
using System.Text.Json;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Units;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.FhirPath.Values;

/// <summary>FHIR values as System values.</summary>
internal static class SystemValues
{
    /// <summary>Null for a primitive without a value, itself for what has no System counterpart.</summary>
    public static PathItem? Of(ElementItem item, FhirType type) => type.System switch
    {
        SystemType.None => item,
        SystemType.Quantity => Quantity(item.Element) is { } quantity ? quantity : item,
        var system => Primitive(item.Element, system),
    };

    /// <summary>Of an element that no definition describes, by its JSON.</summary>
    public static PathItem? OfUntyped(ElementItem item) =>
        item.Element.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? item : Primitive(item.Element, SystemType.String);

    private static SystemItem? Primitive(JsonElement json, SystemType type) => json.ValueKind switch
    {
        JsonValueKind.True => BooleanItem.True,
        JsonValueKind.False => BooleanItem.False,
        JsonValueKind.Number => Number(json, type),
        JsonValueKind.String => Text(Texts.Of(json), type),
        _ => null,
    };

    private static SystemItem? Number(JsonElement json, SystemType type)
    {
        if (type == SystemType.Integer && json.TryGetInt32(out var integer))
            return new IntegerItem(integer);
        // A number beyond 28 digits has no value here; the structure check has said so.
        return json.TryGetDecimal(out var number) ? new DecimalItem(number) : null;
    }

    private static SystemItem? Text(string? text, SystemType type)
    {
        if (text is null)
            return null;
        if (type is SystemType.Date or SystemType.DateTime or SystemType.Time)
            return Moment.TryParse(text, type, out var moment) ? new MomentItem(moment) : new StringItem(text);
        return new StringItem(text);
    }

    /// <summary>A comparator makes it a range, which FHIRPath cannot hold.</summary>
    private static QuantityItem? Quantity(JsonElement json)
    {
        if (json.Number("value") is not { } value || json.At("comparator") is not null)
            return null;
        var (system, code, unit) = (json.Text("system"), json.Text("code"), json.Text("unit"));
        return system == Quantities.System && code is not null ? new QuantityItem(value, code, false)
            : new QuantityItem(value, code ?? unit ?? "1", false);
    }

    public static DecimalItem? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? new DecimalItem(number) : null;
}
