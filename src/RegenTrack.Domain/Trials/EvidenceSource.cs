namespace RegenTrack.Domain.Trials;

/// <summary>Where a results package came from.</summary>
/// <param name="Shape">Stable code of the format that was read, e.g. <c>ctgov-api-v2</c>.</param>
/// <param name="Document">SHA-256 (hex) of the received document, kept byte for byte in the attachments.</param>
/// <param name="LastUpdated">The day of last change, as the source writes it.</param>
public sealed record EvidenceSource(string Shape, string Document, string? LastUpdated);
