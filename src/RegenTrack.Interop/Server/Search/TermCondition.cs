using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Search;

namespace RegenTrack.Interop.Server.Search;

/// <summary>What a term asks of a resource.</summary>
internal static class TermCondition
{
    public const string Missing = "missing";

    /// <summary>The modifiers of a parameter besides the types of a reference.</summary>
    public static IReadOnlyList<string> Modifiers(Fhir.Search.SearchParameter parameter) => Searchable.IsColumn(parameter.Code) ? [] : parameter.Type switch
    {
        SearchType.Token => [Missing, "not", "of-type"],
        SearchType.String => [Missing, "exact", "contains"],
        SearchType.Reference => [Missing, "identifier"],
        _ => [Missing],
    };

    /// <summary>The condition, or why there is none.</summary>
    public static (ResourceCondition? Condition, Issue? Problem) Of(Term term) => term switch
    {
        { Modifier: Missing } => WhetherMissing(term),
        { Parameter.Code: Searchable.Id } => Ids(term),
        { Parameter.Code: Searchable.LastUpdated } => DateTerm.Updated(term),
        { Parameter.Type: SearchType.Token } => TokenTerm.Read(term),
        { Parameter.Type: SearchType.Reference } => ReferenceTerm.Read(term),
        { Parameter.Type: SearchType.String } => StringTerm.Read(term),
        { Parameter.Type: SearchType.Date } => DateTerm.Read(term),
        { Parameter.Type: SearchType.Number or SearchType.Quantity } => NumberTerm.Read(term),
        { Parameter.Type: SearchType.Uri } => (Keys(term, value => [Spelling.Address(Escaped.Plain(value))]), null),
        _ => CompositeTerm.Read(term),
    };

    public static ResourceCondition Keys(Term term, Func<string, IEnumerable<string>> spellings) =>
        new ResourceCondition.AnyKey([.. term.Values.SelectMany(spellings).Select(term.Key).Distinct()]);

    private static (ResourceCondition?, Issue?) WhetherMissing(Term term) => term.Values switch
    {
        ["true"] => (new ResourceCondition.NoKey([term.Key(Spelling.Present)]), null),
        ["false"] => (new ResourceCondition.AnyKey([term.Key(Spelling.Present)]), null),
        _ => (null, term.Unreadable("true, false")),
    };

    private static (ResourceCondition?, Issue?) Ids(Term term) => term.Values.All(ReferencePath.IsId)
        ? (new ResourceCondition.AnyId(term.Values), null)
        : (null, term.Unreadable("task-1,task-2"));
}
