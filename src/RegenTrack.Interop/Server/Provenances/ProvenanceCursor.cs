using System.Globalization;
using System.Text;

namespace RegenTrack.Interop.Server.Provenances;

/// <summary>Where a page ended. It only says where to go on; what may be seen is asked anew for each page.</summary>
internal static class ProvenanceCursor
{
    public static string Write(ProvenancePlace last) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{last.At.UtcTicks}|{last.Sequence}|{last.Part}|{last.Type}|{last.Id}"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The end of the page before, or null for a text that this server did not write.</summary>
    public static ProvenancePlace? Read(string cursor)
    {
        Span<byte> bytes = stackalloc byte[256];
        var padded = cursor.Replace('-', '+').Replace('_', '/').PadRight((cursor.Length + 3) / 4 * 4, '=');
        return cursor.Length < 256 && Convert.TryFromBase64String(padded, bytes, out var length)
            && Encoding.UTF8.GetString(bytes[..length]).Split('|') is [var ticks, var sequence, var part, var type, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            && type.Concat(id).All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '.')
            ? new ProvenancePlace(new DateTimeOffset(at, TimeSpan.Zero), number, type, id, which)
            : null;
    }
}
