namespace RegenTrack.Domain.Cells.Labels;

/// <summary>The Single European Code of an imported unit: 40 characters of fixed width.</summary>
/// <param name="Establishment">Tissue establishment, ISO country and six characters.</param>
/// <param name="Donation">The thirteen characters of the donation; an ISBT 128 number when <paramref name="System"/> is A.</param>
/// <param name="System">E: EUTC, A: ISBT 128, B: Eurocode.</param>
/// <param name="Expiry">Null when the code states none.</param>
public sealed record SingleEuropeanCode(string Establishment, string Donation, char System, string Product, string Split, DateOnly? Expiry)
{
    /// <summary>From the eye-readable text, or from the ISBT 128 data structure <c>&amp;,4</c>; null when it is not one.</summary>
    public static SingleEuropeanCode? Read(string text)
    {
        var compact = string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        if (compact.StartsWith("&,4", StringComparison.Ordinal)) compact = compact[3..];
        if (compact.Length != 40 || !compact.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))) return null;
        if (!char.IsAsciiLetter(compact[0]) || !char.IsAsciiLetter(compact[1]) || compact[21] is not ('E' or 'A' or 'B')) return null;

        DateOnly? expiry = null;
        if (compact[32..] != "00000000")
        {
            if (!DateOnly.TryParseExact(compact[32..], "yyyyMMdd", out var day)) return null;
            expiry = day;
        }

        return new(compact[..8], compact[8..21], compact[21], compact[22..29], compact[29..32], expiry);
    }
}
