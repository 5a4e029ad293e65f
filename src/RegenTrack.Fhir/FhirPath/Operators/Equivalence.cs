using RegenTrack.Fhir.FhirPath.Units;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Operators;

/// <summary>The ~ operator: never open; case, white space and insignificant digits do not matter, nor does order.</summary>
internal static class Equivalence
{
    public static bool Of(Items left, Items right, Evaluation evaluation)
    {
        if (left.Count != right.Count)
            return false;
        if (left.Count == 1)
            return Of(left[0], right[0], evaluation);
        var rest = right.ToList();
        foreach (var item in left)
        {
            evaluation.Spend(rest.Count);
            var at = rest.FindIndex(other => Of(item, other, evaluation));
            if (at < 0)
                return false;
            rest.RemoveAt(at);
        }

        return true;
    }

    public static bool Of(PathItem left, PathItem right, Evaluation evaluation) => (left.Plain, right.Plain) switch
    {
        (StringItem one, StringItem other) => string.Equals(Normal(one.Value), Normal(other.Value), StringComparison.OrdinalIgnoreCase),
        (NumberItem one, NumberItem other) => Numbers(one.Number, other.Number),
        (MomentItem one, MomentItem other) => one.Value.Precision == other.Value.Precision && Equality.Of(one, other, evaluation) == true,
        (QuantityItem one, QuantityItem other) => Quantity(one, other),
        (ElementItem one, ElementItem other) => Elements(one, other, evaluation),
        _ => Equality.Of(left, right, evaluation) == true,
    };

    private static string Normal(string text) =>
        text.Any(c => c != ' ' && char.IsWhiteSpace(c)) ? new string([.. text.Select(c => char.IsWhiteSpace(c) ? ' ' : c)]) : text;

    private static bool Numbers(decimal one, decimal other)
    {
        var digits = Math.Min(Significant(one), Significant(other));
        return Math.Round(one, digits, MidpointRounding.AwayFromZero) == Math.Round(other, digits, MidpointRounding.AwayFromZero);
    }

    /// <summary>Decimals without trailing zeros.</summary>
    private static int Significant(decimal value)
    {
        var trimmed = value / 1.0000000000000000000000000000m;
        return trimmed.Scale;
    }

    private static bool Quantity(QuantityItem one, QuantityItem other)
    {
        if (one.Unit == other.Unit)
            return Numbers(one.Value, other.Value);
        return Quantities.Of(one, loosely: true) is { } left && Quantities.Of(other, loosely: true) is { } right && left.IsComparable(right)
            && left.Canonical(one.Value).ToDecimal() is { } first && right.Canonical(other.Value).ToDecimal() is { } second && Numbers(first, second);
    }

    private static bool Elements(ElementItem one, ElementItem other, Evaluation evaluation)
    {
        evaluation.Spend();
        var (left, right) = (Children.Of(one, evaluation), Children.Of(other, evaluation));
        if (left.Count != right.Count)
            return false;
        if (left.Count == 0)
            return Equality.Of(one, other, evaluation) == true;
        return left.GroupBy(child => child.Name).All(group =>
            Of(Items.Of([.. group.Select(child => (PathItem)child.Item)]), Items.Of([.. right.Where(child => child.Name == group.Key).Select(child => (PathItem)child.Item)]), evaluation));
    }
}
