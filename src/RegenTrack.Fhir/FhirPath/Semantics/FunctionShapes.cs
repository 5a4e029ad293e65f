using System.Collections.Frozen;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.FhirPath.Semantics;

/// <summary>What functions answer.</summary>
internal static class FunctionShapes
{
    private static readonly FrozenDictionary<string, SystemType> Answers = new (SystemType Type, string Names)[]
    {
        (SystemType.Boolean, "empty not exists all allTrue anyTrue allFalse anyFalse subsetOf supersetOf isDistinct startsWith endsWith contains matches matchesFull toBoolean comparable hasValue htmlChecks memberOf conformsTo "
            + "convertsToBoolean convertsToInteger convertsToDecimal convertsToString convertsToDate convertsToDateTime convertsToTime convertsToQuantity"),
        (SystemType.Integer, "count length indexOf lastIndexOf toInteger precision"),
        (SystemType.String, "upper lower trim toChars split substring replace join replaceMatches encode decode escape unescape toString"),
        (SystemType.Decimal, "toDecimal exp ln sqrt log round"),
        (SystemType.Quantity, "toQuantity"),
        (SystemType.Date, "today toDate"),
        (SystemType.DateTime, "now toDateTime"),
        (SystemType.Time, "timeOfDay toTime"),
    }.SelectMany(line => line.Names.Split(' ').Select(name => (name, line.Type))).ToFrozenDictionary(pair => pair.name, pair => pair.Type, StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfInput =
        new[] { "where", "distinct", "first", "last", "tail", "skip", "take", "single", "trace", "intersect", "exclude", "sort" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Functions that pick by position, which an unordered collection does not have.</summary>
    public static readonly FrozenSet<string> ByPosition = new[] { "first", "last", "tail", "skip", "take" }.ToFrozenSet(StringComparer.Ordinal);

    public static readonly FrozenSet<string> OfItems = new[] { "where", "select", "all", "exists", "repeat", "aggregate", "iif", "sort", "trace" }.ToFrozenSet(StringComparer.Ordinal);

    public static Shape? Of(string function, Shape input)
    {
        if (Answers.TryGetValue(function, out var type))
            return Shape.Of(type);
        if (OfInput.Contains(function))
            return input with { IsOrdered = input.IsOrdered || function == "sort" };
        return function switch
        {
            "extension" => Shape.Of(FhirType.Find("Extension")!),
            "children" or "descendants" => Shape.Unknown with { IsOrdered = false },
            _ => null,
        };
    }
}
