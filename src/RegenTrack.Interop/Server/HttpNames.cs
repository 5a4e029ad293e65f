using System.Globalization;

namespace RegenTrack.Interop.Server;

/// <summary>How versions are written in headers.</summary>
internal static class HttpNames
{
    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\"");

    /// <summary>The versions of a list of ETags, a negative number for one that is none of ours; null for <c>*</c>, whatever stands (RFC 9110 section 13.1).</summary>
    public static IReadOnlyList<long>? Versions(string etags)
    {
        var tags = etags.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return tags.Contains("*") ? null : [.. tags.Select(Version)];
    }

    private static long Version(string etag)
    {
        var text = etag.AsSpan();
        if (text.StartsWith("W/"))
            text = text[2..];
        return long.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }
}
