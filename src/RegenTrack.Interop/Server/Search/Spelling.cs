using RegenTrack.Fhir.Search;

namespace RegenTrack.Interop.Server.Search;

/// <summary>The ways to say an exact value. What is stored is spelt in every way in which it may be asked for, so that a question is one comparison.</summary>
internal static class Spelling
{
    /// <summary>That there is any value.</summary>
    public const string Present = "?";

    public static string Code(string code) => "c" + code;

    /// <summary>A code of a system; an empty system stands for none.</summary>
    public static string Coded(string system, string code) => $"k{system}|{code}";

    public static string System(string system) => "s" + system;

    public static string OfType(string system, string code, string value) => $"o{system}|{code}|{value}";

    public static string Id(string id) => "i" + id;

    public static string Typed(string type, string id) => $"r{type}/{id}";

    public static string Address(string url) => "u" + url;

    public static string Exact(string text) => "x" + text;

    /// <summary>A token of the identifier by which a reference points.</summary>
    public static string ByIdentifier(string token) => "b" + token;

    public static string Composite(IEnumerable<string> parts) => "m" + string.Join('$', parts);

    /// <summary>A parameter's numbers, of any unit.</summary>
    public const string AnyUnit = "n";

    /// <summary>Quantities of one unit; an empty system stands for any.</summary>
    public static string Unit(string system, string unit) => $"q{system}|{unit}";

    /// <summary>Quantities in base units of UCUM.</summary>
    public static string BaseUnit(string unit) => "z" + unit;

    /// <summary>All spellings of a value that is compared as a whole; none for numbers, dates and texts.</summary>
    public static IEnumerable<string> Of(SearchKey key) => key switch
    {
        TokenKey token => Of(token),
        ReferenceKey reference => Of(reference),
        UriKey uri => [Address(uri.Uri)],
        CompositeKey composite => Of(composite),
        _ => [],
    };

    private static IEnumerable<string> Of(TokenKey token)
    {
        if (token.Code is { } code)
        {
            yield return Code(code);
            yield return Coded(token.System ?? "", code);
            foreach (var (system, type) in token.Types)
                yield return OfType(system ?? "", type, code);
        }

        if (token.System is { } stated)
            yield return System(stated);
    }

    private static IEnumerable<string> Of(ReferenceKey reference)
    {
        if (reference.Identifier is { } identifier)
        {
            foreach (var token in Of(identifier))
                yield return ByIdentifier(token);
        }

        if (reference is { IsContained: true } or { Url: null })
            yield break;
        yield return Address(reference.Url);
        if (reference is { IsAbsolute: false, Id: { } id })
        {
            yield return Id(id);
            yield return Typed(reference.Type!, id);
        }
        else if (reference.Version is { } version)
        {
            yield return Address($"{reference.Url}|{version}");
        }
    }

    private static IEnumerable<string> Of(CompositeKey composite)
    {
        IEnumerable<string[]> combined = [[]];
        foreach (var part in composite.Parts)
            combined = combined.SelectMany(_ => Of(part), (before, one) => (string[])[.. before, one]);
        return combined.Select(Composite);
    }
}
