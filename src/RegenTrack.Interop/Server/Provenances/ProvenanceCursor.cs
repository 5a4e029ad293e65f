using System.Globalization;

namespace RegenTrack.Interop.Server.Provenances;

/// <summary>Where a page ended. It only says where to go on; what may be seen is asked anew for each page.</summary>
internal static class ProvenanceCursor
{
    private const string Purpose = "fhir-provenance-cursor";

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>The cursors of one search of one institution.</summary>
    public static SealedCursor Of(FhirSearch search, string institution, Microsoft.AspNetCore.DataProtection.IDataProtectionProvider protection) =>
        new(protection, Purpose, [institution, .. search.Values.OrderBy(one => one.Key, StringComparer.Ordinal).SelectMany(one => one.Select(value => $"{one.Key}={value}"))]);

    public static string Write(ProvenancePlace last, SealedCursor cursor) =>
        cursor.Write(string.Create(Invariant, $"{last.At.UtcTicks}|{last.Sequence}|{last.Part}|{last.Type}|{last.Id}"));

    /// <summary>The end of the page before, or null for a text that this server did not write for this search.</summary>
    public static ProvenancePlace? Read(string text, SealedCursor cursor) => cursor.Read(text)?.Split('|') is [var ticks, var sequence, var part, var type, var id]
        ? new ProvenancePlace(new DateTimeOffset(long.Parse(ticks, Invariant), TimeSpan.Zero), long.Parse(sequence, Invariant), type, id, int.Parse(part, Invariant))
        : null;
}
