namespace RegenTrack.Submissions.Forms.TreatmentPlanApplication;

/// <summary>The principal investigator (실시책임자). Null where the identity is erased or unknown: the form then shows an empty cell.</summary>
public sealed record Applicant(string? Name, string? Phone, string? Address);
