using System.Globalization;

namespace RegenTrack.Interop.Server;

/// <summary>How versions are written in headers.</summary>
internal static class HttpNames
{
    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\"");

    /// <summary>The version of an ETag; a negative number when it is none of ours.</summary>
    public static long Version(string etag)
    {
        var text = etag.AsSpan().Trim();
        if (text.StartsWith("W/"))
            text = text[2..];
        return long.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }
}
