using System.Text.Json;
using RegenTrack.Fhir.FhirPath.Units;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Operators;

/// <summary>The = operator: null where the operands leave it open.</summary>
internal static class Equality
{
    public static bool? Of(Items left, Items right, Evaluation evaluation)
    {
        if (left.IsEmpty || right.IsEmpty)
            return null;
        if (left.Count != right.Count)
            return false;
        bool? result = true;
        for (var i = 0; i < left.Count; i++)
        {
            var same = Of(left[i], right[i], evaluation);
            if (same == false)
                return false;
            result &= same;
        }

        return result;
    }

    public static bool? Of(PathItem left, PathItem right, Evaluation evaluation)
    {
        evaluation.Spend();
        // Codes are compared most often; they need not become strings.
        if (right is StringItem text && left is ElementItem { Element.ValueKind: JsonValueKind.String, Type: { IsPrimitive: true, System: Types.SystemType.String } } element)
            return element.Element.ValueEquals(text.Utf8);
        return (left.Plain, right.Plain) switch
        {
            (StringItem one, StringItem other) => string.Equals(one.Value, other.Value, StringComparison.Ordinal),
            (BooleanItem one, BooleanItem other) => one.Value == other.Value,
            (NumberItem one, NumberItem other) => one.Number == other.Number,
            (MomentItem one, MomentItem other) => Moments(one, other),
            (QuantityItem one, QuantityItem other) => Quantity(one, other),
            (QuantityItem one, NumberItem other) => Quantity(one, new QuantityItem(other.Number, "1", false)),
            (NumberItem one, QuantityItem other) => Quantity(other, new QuantityItem(one.Number, "1", false)),
            (TypeItem one, TypeItem other) => one.ToString() == other.ToString(),
            (ElementItem one, ElementItem other) => Elements(one, other, evaluation),
            (null, null) => DeepEquals(left.Shadow, right.Shadow, evaluation),
            _ => false,
        };
    }

    private static bool? Moments(MomentItem one, MomentItem other)
    {
        if (one.Type == Types.SystemType.Time != (other.Type == Types.SystemType.Time))
            return false;
        return one.Value.CompareTo(other.Value) is { } order ? order == 0 : null;
    }

    private static bool? Quantity(QuantityItem one, QuantityItem other) =>
        Quantities.Compare(one, other) is { } order ? order == 0
        : Quantities.Of(one) is { } left && Quantities.Of(other) is { } right && !IsDuration(left, right) ? false : null;

    /// <summary>A calendar month may or may not be as long as a fixed one.</summary>
    private static bool IsDuration(Unit one, Unit other) =>
        one.Dimensions.Keys.Concat(other.Dimensions.Keys).All(name => name is "s" or Quantities.Month);

    private static bool Elements(ElementItem one, ElementItem other, Evaluation evaluation) =>
        DeepEquals(one.Element, other.Element, evaluation) && (one.Type is not { IsPrimitive: true } || DeepEquals(one.Shadow, other.Shadow, evaluation));

    private static bool DeepEquals(JsonElement one, JsonElement other, Evaluation evaluation)
    {
        if (one.ValueKind == JsonValueKind.Undefined || other.ValueKind == JsonValueKind.Undefined)
            return one.ValueKind == other.ValueKind;
        if (one.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            evaluation.Spend(1 + (JsonSize.Of(one) / 32));
        return JsonElement.DeepEquals(one, other);
    }
}
