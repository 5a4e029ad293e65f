using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Units;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.FhirPath.Values;

/// <summary>FHIR values as System values.</summary>
internal static class SystemValues
{
    private const int LongestInstant = 40;

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
        JsonValueKind.String when type is SystemType.Date or SystemType.DateTime or SystemType.Time => Instant(json, type),
        JsonValueKind.String => Texts.Of(json) is { } text ? new StringItem(text) : null,
        _ => null,
    };

    private static SystemItem? Number(JsonElement json, SystemType type)
    {
        if (type == SystemType.Integer && json.TryGetInt32(out var integer))
            return new IntegerItem(integer);
        // A number beyond 28 digits has no value here; the structure check has said so.
        return json.TryGetDecimal(out var number) ? new DecimalItem(number) : null;
    }

    private static SystemItem? Instant(JsonElement json, SystemType type)
    {
        // As nearly all are written: short and without escapes.
        Span<char> buffer = stackalloc char[LongestInstant];
        var raw = JsonMarshal.GetRawUtf8Value(json)[1..^1];
        if (raw.Length <= buffer.Length && Ascii.ToUtf16(raw, buffer, out var length) == OperationStatus.Done && Moment.TryParse(buffer[..length], type, out var moment))
            return new MomentItem(moment);
        return Texts.Of(json) is not { } text ? null : Moment.TryParse(text, type, out moment) ? new MomentItem(moment) : new StringItem(text);
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
