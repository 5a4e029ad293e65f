using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <param name="input">The items before the dot.</param>
/// <param name="arguments">Not yet evaluated: some functions evaluate them for every item, some not at all.</param>
internal delegate Items FunctionBody(Scope scope, Items input, ImmutableArray<Node> arguments);

/// <summary>A function that expressions may call.</summary>
internal sealed record Function(string Name, int FewestArguments, int MostArguments, FunctionBody Body)
{
    private static readonly FrozenDictionary<string, Function> All = new IEnumerable<Function>[]
    {
        Existence.Functions, Filtering.Functions, Subsetting.Functions, Combining.Functions, Conversions.Functions, Strings.Functions, Patterns.Functions, Encodings.Functions,
        Numbers.Functions, Boundaries.Functions, Tree.Functions, Surroundings.Functions, Sorting.Functions, Aggregates.Functions, FhirFunctions.Functions,
    }.SelectMany(functions => functions).ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static Function? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>A function of no arguments.</summary>
    public static Function Of(string name, Func<Items, Items> body) => new(name, 0, 0, (_, input, _) => body(input));
}
