namespace RegenTrack.Interop.Server.Search;

/// <summary>Where a resource points, as the index keeps it: <c>parameter&gt;Type/id</c>.</summary>
internal static class ReferencePath
{
    private const int LongestId = 64;

    public static string Of(string parameter, string type, string id) => $"{parameter}>{type}/{id}";

    /// <summary>What all paths of a parameter to a type begin with; to any type when it is null.</summary>
    public static string To(string parameter, string? type) => type is null ? $"{parameter}>" : $"{parameter}>{type}/";

    /// <summary>Type and id at the end of a path.</summary>
    public static (string Type, string Id) Target(string path)
    {
        var (arrow, slash) = (path.IndexOf('>', StringComparison.Ordinal), path.LastIndexOf('/'));
        return (path[(arrow + 1)..slash], path[(slash + 1)..]);
    }

    public static bool IsId(string text) => text.Length is > 0 and <= LongestId && text.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '.');
}
