using System.Globalization;

namespace RegenTrack.Fhir.Definitions;

/// <summary>How often an element may stand.</summary>
internal static class Cardinality
{
    /// <summary>The number that a max means; * and absence mean no limit.</summary>
    public static int Max(string? max) => max is null or "*" ? int.MaxValue : int.Parse(max, CultureInfo.InvariantCulture);
}
