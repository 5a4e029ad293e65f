namespace RegenTrack.Domain.Institutions.Published;

/// <summary>What other contexts may know of an institution. An unknown one is not designated.</summary>
/// <param name="Number">Designation number (지정번호).</param>
public sealed record DesignationFacts(InstitutionId Institution, bool IsDesignated, string Name, string Number);
