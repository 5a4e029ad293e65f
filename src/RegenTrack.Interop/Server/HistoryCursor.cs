using System.Globalization;
using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server;

/// <summary>Where a page of history ended. It only says where to go on; what may be seen is asked anew for each page.</summary>
internal static class HistoryCursor
{
    public const string Purpose = "fhir-history-cursor";

    public static string Write(StoredResource last, SealedCursor cursor) => cursor.Write(string.Create(CultureInfo.InvariantCulture, $"{last.Updated.UtcTicks}.{last.Version}.{last.Id}"));

    /// <summary>The last resource of the page before, or null for a text that this server did not write for this walk.</summary>
    public static StoredResource? Read(string text, SealedCursor cursor, string type) =>
        cursor.Read(text)?.Split('.', 3) is [var ticks, var version, var id]
            ? new StoredResource(type, id, long.Parse(version, CultureInfo.InvariantCulture), new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero), null)
            : null;
}
