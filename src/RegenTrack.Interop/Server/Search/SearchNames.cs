using RegenTrack.Fhir.Search;

namespace RegenTrack.Interop.Server.Search;

/// <summary>What may stand in the address of a search.</summary>
internal static class SearchNames
{
    private const int LongestShown = 80;

    /// <summary>What is asked of the answer rather than of the resources.</summary>
    public static IReadOnlyList<string> Controls { get; } = ["_count", "_elements", "_format", "_include", "_pretty", "_revinclude", "_sort", "_summary", "_total"];

    /// <summary>The reference parameters of a type.</summary>
    public static IEnumerable<string> References(string type) => Searchable.By(type).Values.Where(one => one.Type == SearchType.Reference).Select(one => one.Code).Order(StringComparer.Ordinal);

    /// <summary>What a type is sorted by.</summary>
    public static IEnumerable<string> Sorts(string type) => Searchable.By(type).Values.Where(one => one.Type == SearchType.Date).Select(one => one.Code).Append(Searchable.Id).Order(StringComparer.Ordinal);

    /// <summary>A parameter's name as messages may repeat it: only what looks like one.</summary>
    public static string Shown(string name) => name.Length <= LongestShown && name.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or ':' or '.' or '$') ? name : "?";
}
