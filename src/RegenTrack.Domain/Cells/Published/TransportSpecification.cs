namespace RegenTrack.Domain.Cells.Published;

/// <summary>The transport limits of one version of a product. Limits belong to products, never to the programme.</summary>
/// <param name="LongestGapMinutes">Longest stretch without a reading that is still only documented.</param>
public sealed record TransportSpecification(string Product, int Version, IReadOnlyList<TemperatureThreshold> Thresholds, int LongestGapMinutes);

/// <summary>One limit and what it means to exceed its allowance.</summary>
/// <param name="Above">True: out of limits above <paramref name="Celsius"/>; false: below it.</param>
/// <param name="LongestMinutes">Longest single excursion allowed.</param>
/// <param name="CumulativeMinutes">Budget of all excursions together.</param>
/// <param name="Outcome">What more than that means.</param>
public sealed record TemperatureThreshold(bool Above, decimal Celsius, int LongestMinutes, int CumulativeMinutes, ExcursionOutcome Outcome)
{
    public bool IsExceededBy(decimal celsius) => Above ? celsius > Celsius : celsius < Celsius;
}
