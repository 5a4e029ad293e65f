using System.Globalization;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Labels;

/// <summary>What one scan of a label says: one ISBT 128 data structure, or several in a compound message.</summary>
/// <param name="Donation">Structure 001.</param>
/// <param name="Product">Structure 003 or 034, without its identifier.</param>
/// <param name="Division">Structure 032, six characters.</param>
/// <param name="Expiry">Structure 004.</param>
public sealed record LabelScan(DonationNumberEntry? Donation, string? Product, string? Division, DateOnly? Expiry)
{
    /// <summary>Reads scanner or keyboard text. A label that holds no donation number is a refusal: it identifies nothing.</summary>
    public static (LabelScan? Scan, Refusal? Refusal) Read(string text)
    {
        text = text.Trim();
        var european = SingleEuropeanCode.Read(text);
        if (european is { System: 'A' }) text = "=" + european.Donation + "00";

        var scan = new LabelScan(null, european?.Product, european?.Split, european?.Expiry);
        foreach (var structure in Structures(text))
        {
            if (structure.StartsWith("=>", StringComparison.Ordinal)) scan = scan with { Expiry = ExpiryOf(structure[2..]) };
            else if (structure.StartsWith("=/", StringComparison.Ordinal) || structure.StartsWith("=<", StringComparison.Ordinal)) scan = scan with { Product = structure[2..] };
            else if (structure.StartsWith("=,", StringComparison.Ordinal)) scan = scan with { Division = structure[2..] };
            else if (structure is ['=' or '&', var second, ..] && !char.IsAsciiLetterOrDigit(second)) continue;
            else
            {
                var (entry, refusal) = DonationNumberEntry.Read(structure);
                if (refusal is not null) return (null, refusal);
                scan = scan with { Donation = entry };
            }
        }

        return scan.Donation is null ? (null, LabelRefusals.NotADonationNumber) : (scan, null);
    }

    private static IEnumerable<string> Structures(string text)
    {
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] is not ('=' or '&')) continue;
            yield return text[start..at];
            start = at;
        }

        yield return text[start..];
    }

    // cyyjjj: the last digit of the century, year, day of year.
    private static DateOnly? ExpiryOf(string text)
    {
        if (text.Length < 6 || !int.TryParse(text.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(3, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return null;
        year += 2000;
        return day < 1 || day > (DateTime.IsLeapYear(year) ? 366 : 365) ? null : new DateOnly(year, 1, 1).AddDays(day - 1);
    }
}
