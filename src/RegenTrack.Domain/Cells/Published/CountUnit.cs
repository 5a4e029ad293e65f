namespace RegenTrack.Domain.Cells.Published;

/// <summary>The word in which the pieces of a lot are counted, e.g. vial.</summary>
public static class CountUnit
{
    /// <summary>The same word however it was written: a UCUM annotation is a word in braces. Lower case, empty for none.</summary>
    public static string WordOf(string unit) => unit.Trim().Trim('{', '}').Trim().ToLowerInvariant();
}
