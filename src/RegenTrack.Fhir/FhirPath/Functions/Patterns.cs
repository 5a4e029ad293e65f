using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary>Regular expressions. They come from profiles and clients, so they run in linear time where that is possible, and never long.</summary>
internal static class Patterns
{
    private const int LargestCache = 1_000;
    private const int LongestPattern = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private static readonly ConcurrentDictionary<(string, bool), Regex> Compiled = new();

    public static readonly ImmutableArray<Function> Functions =
    [
        Strings.With("matches", (text, pattern) => Bounded(() => (Items)BooleanItem.Of(Find(pattern, false).IsMatch(text)))),
        Strings.With("matchesFull", (text, pattern) => Bounded(() => (Items)BooleanItem.Of(Find(pattern, true).IsMatch(text)))),
        new("replaceMatches", 2, 2, Replace),
    ];

    private static Items Replace(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (input.Text("replaceMatches") is not { } text || arguments[0].Evaluate(scope).Text("replaceMatches") is not { } pattern || arguments[1].Evaluate(scope).Text("replaceMatches") is not { } with)
            return Items.Empty;
        scope.Evaluation.Spend(1 + (text.Length * (with.Length + 1) / 64));
        return pattern.Length == 0 ? new StringItem(text) : Bounded(() => new StringItem(Find(pattern, false).Replace(text, with)));
    }

    private static Items Bounded(Func<Items> work)
    {
        try
        {
            return work();
        }
        catch (RegexMatchTimeoutException)
        {
            throw new FhirPathException("too-costly", "The regular expression takes too long.");
        }
    }

    private static Regex Find(string pattern, bool whole)
    {
        if (Compiled.TryGetValue((pattern, whole), out var known))
            return known;
        if (pattern.Length > LongestPattern)
            throw new FhirPathException("too-costly", "The regular expression is too long.");
        var regex = Compile(whole ? $@"\A(?:{pattern})\z" : pattern);
        if (Compiled.Count < LargestCache)
            Compiled.TryAdd((pattern, whole), regex);
        return regex;
    }

    private static Regex Compile(string pattern)
    {
        const RegexOptions Options = RegexOptions.Singleline | RegexOptions.CultureInvariant;
        try
        {
            return new Regex(pattern, Options | RegexOptions.NonBacktracking, Patience);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, Options, Patience);
        }
        catch (ArgumentException)
        {
            throw new FhirPathException("bad-pattern", "This is not a regular expression.");
        }
    }
}
