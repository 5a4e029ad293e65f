namespace RegenTrack.Submissions.Forms.TreatmentPlanApplication;

/// <summary>What was filed for one of the fifteen items of a treatment plan.</summary>
/// <param name="Number">1 to 15.</param>
/// <param name="Content">Null when only files were filed, or nothing.</param>
public sealed record FiledItem(int Number, string? Content, IReadOnlyList<FiledAttachment> Attachments);

/// <param name="Sha256">64 hexadecimal digits.</param>
public sealed record FiledAttachment(string Name, string Sha256);
