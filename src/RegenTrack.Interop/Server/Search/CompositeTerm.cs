using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Search;

namespace RegenTrack.Interop.Server.Search;

/// <summary>Values that belong together, with a dollar between them.</summary>
internal static class CompositeTerm
{
    public static (ResourceCondition? Condition, Issue? Problem) Read(Term term)
    {
        var parts = Searchable.Parameters.Parts(term.Parameter);
        var spellings = term.Values.Select(value => Spelt(Escaped.Split(value, '$'), parts)).ToList();
        return spellings.Contains(null)
            ? (null, term.Unreadable("8480-6$final"))
            : (new ResourceCondition.AnyKey([.. spellings.Select(spelling => term.Key(spelling!))]), null);
    }

    private static string? Spelt(IReadOnlyList<string> values, IReadOnlyList<Fhir.Search.SearchParameter?> parts)
    {
        if (values.Count != parts.Count)
            return null;
        var spelt = values.Zip(parts, (value, part) => part!.Type switch
        {
            SearchType.Token => TokenTerm.Spelt(value),
            SearchType.Uri => Spelling.Address(Escaped.Plain(value)),
            _ => Reference(Escaped.Plain(value)),
        }).ToList();
        return spelt.Contains(null) ? null : Spelling.Composite(spelt!);
    }

    private static string? Reference(string value) => value.Split('/') switch
    {
        [var id] when ReferencePath.IsId(id) => Spelling.Id(id),
        [var type, var id] when R4.Definitions.IsResource(type) => Spelling.Typed(type, id),
        _ => value.Contains(':', StringComparison.Ordinal) ? Spelling.Address(value) : null,
    };
}
