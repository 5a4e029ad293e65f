using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Search;

namespace RegenTrack.Interop.Server.Search;

/// <summary>Texts: what they begin with, contain, or are.</summary>
internal static class StringTerm
{
    public static (ResourceCondition? Condition, Issue? Problem) Read(Term term)
    {
        var texts = term.Values.Select(Escaped.Plain).ToList();
        if (term.Modifier == "exact")
            return (new ResourceCondition.AnyKey([.. texts.Select(text => term.Key(Spelling.Exact(text)))]), null);
        var normal = texts.Select(text => SearchText.Normalise(text).Replace("\0", "", StringComparison.Ordinal)).ToList();
        return normal.Contains("")
            ? (null, term.Unreadable("김, Kim"))
            : (new ResourceCondition.AnyText([.. normal.Select(text => new TextTest(term.Key(Spelling.AnyUnit), text, term.Modifier == "contains"))]), null);
    }
}
