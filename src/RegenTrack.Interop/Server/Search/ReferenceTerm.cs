using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Interop.Server.Search;

/// <summary>References: <c>id</c>, <c>Type/id</c>, an address, or by the identifier that the reference itself carries.</summary>
internal static class ReferenceTerm
{
    public static (ResourceCondition? Condition, Issue? Problem) Read(Term term)
    {
        var spellings = term.Values.Select(value => term.Modifier switch
        {
            "identifier" => TokenTerm.Spelt(value) is { } token ? Spelling.ByIdentifier(token) : null,
            { } type => Local(term, value) is var (stated, id) && (stated ?? type) == type ? Spelling.Typed(type, id) : null,
            null => Spelt(term, value),
        }).ToList();
        return spellings.Contains(null)
            ? (null, term.Unreadable(term.Modifier == "identifier" ? "urn:oid:1.2.3|12345" : "Patient/123"))
            : (new ResourceCondition.AnyKey([.. spellings.Select(spelling => term.Key(spelling!))]), null);
    }

    private static string? Spelt(Term term, string value) => Local(term, value) switch
    {
        (null, var id) => Spelling.Id(id),
        ({ } type, var id) => Spelling.Typed(type, id),
        null => Escaped.Plain(value) is var url && url.Contains(':', StringComparison.Ordinal) ? Spelling.Address(url) : null,
    };

    /// <summary>Type and id of a reference to this server, or null when it leads elsewhere.</summary>
    private static (string? Type, string Id)? Local(Term term, string value)
    {
        var path = Escaped.Plain(value);
        if (path.StartsWith(term.Setting.Base + '/', StringComparison.Ordinal))
            path = path[(term.Setting.Base.Length + 1)..];
        return path.Split('/') switch
        {
            [var id] when ReferencePath.IsId(id) => (null, id),
            [var type, var id] when R4.Definitions.IsResource(type) && ReferencePath.IsId(id) => (type, id),
            _ => null,
        };
    }
}
