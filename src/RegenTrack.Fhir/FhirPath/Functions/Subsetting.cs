using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary>Parts of a collection by position.</summary>
internal static class Subsetting
{
    public static readonly ImmutableArray<Function> Functions =
    [
        Function.Of("first", input => input.IsEmpty ? input : input[0]),
        Function.Of("last", input => input.IsEmpty ? input : input[input.Count - 1]),
        Function.Of("tail", input => Range(input, 1, input.Count)),
        Function.Of("single", input => input.TrySingle(out var item, "single()") ? item : Items.Empty),
        new("skip", 1, 1, (scope, input, arguments) => Integer(scope, arguments[0]) is { } count ? Range(input, Math.Max(count, 0), input.Count) : input),
        new("take", 1, 1, (scope, input, arguments) => Integer(scope, arguments[0]) is { } count ? Range(input, 0, count) : Items.Empty),
    ];

    /// <summary>The integer that an argument gives, or null when it gives none.</summary>
    public static int? Integer(Scope scope, Node argument) => argument.Evaluate(scope).Single("The argument") switch
    {
        null => null,
        IntegerItem integer => integer.Value,
        var other => throw FhirPathException.WrongType($"An integer is needed, not {other.TypeName}."),
    };

    private static Items Range(Items input, int from, int to)
    {
        if (from == 0 && to >= input.Count)
            return input;
        var found = new Collecting();
        for (var i = from; i < Math.Min(to, input.Count); i++)
            found.Add(input[i]);
        return found.Items;
    }
}
