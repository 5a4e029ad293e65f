using System.Text.RegularExpressions;

namespace RegenTrack.Domain.Trials;

/// <summary>The registry numbers that name a trial here: ClinicalTrials.gov, CRIS, EU CT.</summary>
public static partial class RegistryNumber
{
    public static bool IsValid(string value) => Form().IsMatch(value);

    [GeneratedRegex(@"\A(NCT[0-9]{8}|KCT[0-9]{7}|[0-9]{4}-5[0-9]{5}-[0-9]{2}-[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
