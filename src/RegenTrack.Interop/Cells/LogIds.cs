using System.Globalization;

namespace RegenTrack.Interop.Cells;

/// <summary>Ids of what comes of a shipment's logger files: the shipment's, with the file's place among those attached, which never changes.</summary>
public static class LogIds
{
    private const string Mark = ".log-";

    public static string Of(string shipment, int index) => string.Create(CultureInfo.InvariantCulture, $"{shipment}{Mark}{index + 1}");

    /// <summary>The shipment and the index of the file, or null when it is no file's id.</summary>
    public static (string Shipment, int Index)? Parse(string id) =>
        id.LastIndexOf(Mark, StringComparison.Ordinal) is var at and > 0 && int.TryParse(id.AsSpan(at + Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place > 0
            ? (id[..at], place - 1)
            : null;
}
