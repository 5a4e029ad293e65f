namespace RegenTrack.Web.Pages.Cells;

/// <summary>What a file is by its first bytes; what the browser calls it proves nothing.</summary>
internal static class MediaTypes
{
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string Webp = "image/webp";
    public const string Pdf = "application/pdf";

    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((byte[])[0xFF, 0xD8, 0xFF])) return Jpeg;
        if (bytes.StartsWith((byte[])[0x89, 0x50, 0x4E, 0x47])) return Png;
        if (bytes.StartsWith("%PDF"u8)) return Pdf;
        return bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? Webp : null;
    }
}
