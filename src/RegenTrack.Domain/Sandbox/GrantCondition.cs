using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Sandbox;

/// <summary>One attached condition (부가조건), measurable where it can be.</summary>
/// <param name="Key">Short name, unique within the grant, e.g. <c>evidence-level</c>.</param>
/// <param name="Metric">What is counted or measured, with its threshold; null when it is judged, not measured.</param>
/// <param name="Frequency">How often evidence is due; null: once.</param>
public sealed record GrantCondition(string Key, Bilingual Text, string? Metric = null, string? Frequency = null);

/// <summary>A condition and where it stands.</summary>
/// <param name="Evidence">What shows that it is met, or why it is not; null until somebody said so.</param>
/// <param name="Since">The day of the last judgement.</param>
public sealed record TrackedCondition(GrantCondition Condition, bool Met, string? Evidence, DateOnly? Since);
