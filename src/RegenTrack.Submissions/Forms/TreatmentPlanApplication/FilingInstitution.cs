namespace RegenTrack.Submissions.Forms.TreatmentPlanApplication;

/// <summary>The designated institution that files.</summary>
/// <param name="DesignationNumber">재생의료기관 지정번호.</param>
/// <param name="Representative">대표자 성명.</param>
public sealed record FilingInstitution(string Name, string? DesignationNumber, string? Address, string? Representative);
