using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>A results package on file. <see cref="WithdrawnBecause"/> is null while it stands or was only superseded.</summary>
/// <param name="Package">SHA-256 (hex) of the package.</param>
public sealed record ResultsVersion(
    int Number,
    string Package,
    EvidenceSource Source,
    EvidenceCounts Counts,
    IReadOnlyList<PrimaryEndpoint> PrimaryEndpoints,
    string? WithdrawnBecause);
