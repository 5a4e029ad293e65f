namespace RegenTrack.Web.Auth;

/// <summary>A hospital's own system that speaks FHIR for one institution.</summary>
/// <param name="Generation">Counts secrets; tokens of an earlier secret are void.</param>
/// <param name="RevokedAt">UTC instant since which it may not speak; null while it may.</param>
public sealed record SystemClient(string Id, string Name, string Institution, int Generation, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
