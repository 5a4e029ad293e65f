using RegenTrack.App.Resources;
using RegenTrack.Fhir;

namespace RegenTrack.Interop.Server.Search;

/// <summary>Tokens: <c>code</c>, <c>system|code</c>, <c>|code</c> (of no system), <c>system|</c> (any code).</summary>
internal static class TokenTerm
{
    public static (ResourceCondition? Condition, Issue? Problem) Read(Term term)
    {
        var spellings = term.Values.Select(value => term.Modifier == "of-type" ? OfType(value) : Spelt(value)).ToList();
        if (spellings.Contains(null))
            return (null, term.Unreadable(term.Modifier == "of-type" ? "http://terminology.hl7.org/CodeSystem/v2-0203|MR|12345" : "http://example.org/codes|final"));
        IReadOnlyList<long> keys = [.. spellings.Select(spelling => term.Key(spelling!))];
        return (term.Modifier == "not" ? new ResourceCondition.NoKey(keys) : new ResourceCondition.AnyKey(keys), null);
    }

    /// <summary>The spelling of a token, or null for what is none.</summary>
    public static string? Spelt(string value) => Escaped.Split(value, '|') switch
    {
        [{ Length: > 0 } code] => Spelling.Code(Escaped.Plain(code)),
        [{ Length: > 0 } system, ""] => Spelling.System(Escaped.Plain(system)),
        [var system, { Length: > 0 } code] => Spelling.Coded(Escaped.Plain(system), Escaped.Plain(code)),
        _ => null,
    };

    private static string? OfType(string value) => Escaped.Split(value, '|') switch
    {
        [var system, { Length: > 0 } code, { Length: > 0 } number] => Spelling.OfType(Escaped.Plain(system), Escaped.Plain(code), Escaped.Plain(number)),
        _ => null,
    };
}
