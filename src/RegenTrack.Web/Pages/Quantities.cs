using System.Globalization;

namespace RegenTrack.Web.Pages;

/// <summary>Amounts with their units, as people write them.</summary>
public static class Quantities
{
    /// <summary>A UCUM annotation such as <c>{vial}</c> is a word in braces: people write the word.</summary>
    public static string Words(decimal amount, string unit) => $"{amount.ToString(CultureInfo.InvariantCulture)} {unit.Trim('{', '}')}";
}
