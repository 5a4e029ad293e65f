using RegenTrack.Domain.Institutions.Published;

namespace RegenTrack.Domain.Sandbox.Published;

/// <summary>An institution that holds the exemption, and what for.</summary>
public sealed record GrantOperator(InstitutionId Institution, bool ForResearch, bool ForTreatment);
