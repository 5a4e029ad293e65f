namespace RegenTrack.Submissions.Forms.ReviewResultNotice;

/// <param name="DesignationNumber">재생의료기관 지정번호; null when none is recorded.</param>
public sealed record NotifiedInstitution(string Name, string? DesignationNumber);
