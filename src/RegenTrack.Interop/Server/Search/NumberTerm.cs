using System.Globalization;
using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Search;

namespace RegenTrack.Interop.Server.Search;

/// <summary>
/// Numbers and quantities (<c>number|system|code</c>, <c>number||unit</c>). Equality is as precise as the digits that are given; comparisons are with the value exactly;
/// about a number is a tenth of it. Quantities in UCUM compare across units.
/// </summary>
internal static class NumberTerm
{
    private const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const decimal Largest = 1e24m;

    public static (ResourceCondition? Condition, Issue? Problem) Read(Term term)
    {
        var tests = term.Values.Select(value => Test(term, value)).ToList();
        return tests.Contains(null)
            ? (null, term.Unreadable(term.Parameter.Type == SearchType.Quantity ? "5.4|http://unitsofmeasure.org|mg, ge5, lt5.4||mg" : "5.4, ge5"))
            : (new ResourceCondition.AnySpan([.. tests.OfType<SpanTest>()]), null);
    }

    private static SpanTest? Test(Term term, string value)
    {
        var parts = Escaped.Split(value, '|').Select(Escaped.Plain).ToList();
        var (relation, text) = Prefix.Of(parts[0]);
        if (!decimal.TryParse(text, Written, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > Largest || !(parts.Count == 1 || (parts.Count == 3 && term.Parameter.Type == SearchType.Quantity)))
            return null;
        var half = relation switch
        {
            SpanRelation.Equal or SpanRelation.NotEqual => new decimal(5, 0, 0, false, (byte)Math.Min(number.Scale + 1, 28)),
            SpanRelation.Overlaps => Math.Abs(number) / 10,
            _ => 0,
        };
        var (kept, low, high) = Unit(parts, number - half, number + half);
        return relation switch
        {
            SpanRelation.StartsAfter => new SpanTest(term.Key(kept), relation, low, Math.BitIncrement(high)),
            SpanRelation.EndsBefore => new SpanTest(term.Key(kept), relation, Math.BitDecrement(low), high),
            SpanRelation.Overlaps => new SpanTest(term.Key(kept), relation, Math.BitDecrement(low), Math.BitIncrement(high)),
            _ => new SpanTest(term.Key(kept), relation, low, high),
        };
    }

    private static (string Kept, double Low, double High) Unit(List<string> parts, decimal low, decimal high)
    {
        if (parts is not [_, var system, { Length: > 0 } unit])
            return (Spelling.AnyUnit, Spans.Of(low), Spans.Of(high));
        if (system.Length > 0 && new QuantityKey("", low, high, system, unit, null).Canonical is { } canonical)
            return (Spelling.BaseUnit(canonical.Code!), Spans.Of(canonical.Low), Spans.Of(canonical.High));
        return (Spelling.Unit(system, unit), Spans.Of(low), Spans.Of(high));
    }
}
