using System.Text;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Text of a file in the encodings loggers and Korean spreadsheets write.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((byte[])[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((byte[])[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((byte[])[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            var encoding = HasLatinDegree(bytes) ? Encoding.Latin1 : CodePagesEncodingProvider.Instance.GetEncoding(949) ?? Encoding.Latin1;
            return encoding.GetString(bytes);
        }
    }

    // In CP949 a degree sign is two bytes, so that B0 before C or F and a delimiter can only be Latin-1.
    private static bool HasLatinDegree(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 2 < bytes.Length; i++)
            if (bytes[i] == 0xB0 && (bytes[i + 1] is 0x43 or 0x46) && "\",; \t\r\n"u8.Contains(bytes[i + 2])) return true;
        return false;
    }
}
