using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Web.Pages.Trials.Evidence;

/// <summary>Estimates that share an axis.</summary>
/// <param name="Unit">What the axis counts, in the source's words; null for ratios.</param>
public sealed record ForestPanel(Bilingual Title, string? Unit, ForestAxis Axis, IReadOnlyList<ForestRow> Rows);

/// <summary>An estimate with its interval, as written. A bound that the source does not give leaves the line open.</summary>
/// <param name="Detail">What was compared, or which group and class the value is of.</param>
/// <param name="Interval">What the bounds mean, e.g. <c>95%</c>.</param>
public sealed record ForestRow(EndpointRole Role, string Endpoint, string Detail, Figure Estimate, Figure? Lower, Figure? Upper, string? Interval, PValue? P)
{
    public IEnumerable<decimal> Values => new[] { Estimate.Number, Lower?.Number, Upper?.Number }.OfType<decimal>();
}
