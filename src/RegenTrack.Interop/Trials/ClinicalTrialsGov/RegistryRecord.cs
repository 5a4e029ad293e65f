using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov;

/// <summary>What one registry document says. <see cref="Evidence"/> is null when it has no results section.</summary>
/// <param name="Shape">Stable code of the format, e.g. <c>ctgov-api-v2</c>.</param>
public sealed record RegistryRecord(string Shape, TrialId Trial, TrialRegistration Registration, EvidencePackage? Evidence);

/// <summary>A record, or why the document could not be read: what, where in it, and what to do.</summary>
public sealed record RegistryReading(RegistryRecord? Record, IReadOnlyList<Refusal> Problems)
{
    public static RegistryReading Failed(params IReadOnlyList<Refusal> problems) => new(null, problems);
}
