using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Units;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Operators;

/// <summary>The operators &lt; &lt;= &gt; &gt;=.</summary>
internal static class Ordering
{
    /// <summary>Less, the same or more; null where the operands leave it open.</summary>
    /// <exception cref="FhirPathException">They cannot be ordered.</exception>
    public static int? Of(PathItem left, PathItem right) => (left.Plain, right.Plain) switch
    {
        (null, _) or (_, null) => null,
        (StringItem one, StringItem other) => Math.Sign(string.CompareOrdinal(one.Value, other.Value)),
        (NumberItem one, NumberItem other) => one.Number.CompareTo(other.Number),
        (MomentItem one, MomentItem other) when one.Type == SystemType.Time == (other.Type == SystemType.Time) => one.Value.CompareTo(other.Value),
        (QuantityItem one, QuantityItem other) => Quantities.Compare(one, other),
        (QuantityItem one, NumberItem other) => Quantities.Compare(one, new QuantityItem(other.Number, "1", false)),
        (NumberItem one, QuantityItem other) => Quantities.Compare(new QuantityItem(one.Number, "1", false), other),
        (StringItem one, MomentItem other) => Parsed(one, other.Type) is { } moment ? moment.CompareTo(other.Value) : throw Unordered(left, right),
        (MomentItem one, StringItem other) => Parsed(other, one.Type) is { } moment ? one.Value.CompareTo(moment) : throw Unordered(left, right),
        _ => throw Unordered(left, right),
    };

    private static Moment? Parsed(StringItem text, SystemType type) => Moment.TryParse(text.Value, type, out var moment) ? moment : null;

    private static FhirPathException Unordered(PathItem left, PathItem right) =>
        FhirPathException.WrongType($"{left.TypeName} and {right.TypeName} cannot be ordered.");
}
