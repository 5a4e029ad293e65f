using System.Globalization;
using System.Text;
using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server;

/// <summary>Where a page of history ended. It only says where to go on; what may be seen is asked anew for each page.</summary>
internal static class HistoryCursor
{
    public static string Write(StoredResource last) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last.Updated.UtcTicks}.{last.Version}.{last.Id}"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The last resource of the page before, or null for a text that this server did not write.</summary>
    public static StoredResource? Read(string cursor, string type)
    {
        Span<byte> bytes = stackalloc byte[256];
        var padded = cursor.Replace('-', '+').Replace('_', '/').PadRight((cursor.Length + 3) / 4 * 4, '=');
        return cursor.Length < 256 && Convert.TryFromBase64String(padded, bytes, out var length)
            && Encoding.UTF8.GetString(bytes[..length]).Split('.', 3) is [var ticks, var version, { Length: > 0 } id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new StoredResource(type, id, number, new DateTimeOffset(at, TimeSpan.Zero), null)
            : null;
    }
}
