using RegenTrack.Submissions.Rendering;

namespace RegenTrack.Submissions.Forms.TreatmentPlanApplication;

/// <summary>첨단재생의료 치료계획 심의신청서 (별지 제5호의2서식), as filed.</summary>
public sealed record TreatmentPlanApplicationForm : IForm
{
    public static DocumentTemplate Template => DocumentTemplate.Of("TreatmentPlanApplication");

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Marks every page as synthetic.</summary>
    public required bool Synthetic { get; init; }

    public required string DocumentNumber { get; init; }

    /// <summary>Null before the receipt is confirmed.</summary>
    public required string? ReceiptNumber { get; init; }

    public required DateOnly? ReceivedOn { get; init; }

    /// <summary>Working days.</summary>
    public required int ProcessingDays { get; init; }

    public required Applicant Applicant { get; init; }

    public required FilingInstitution Institution { get; init; }

    public required string Title { get; init; }

    /// <summary>목적 및 대상.</summary>
    public required string Purpose { get; init; }

    public required Period? Period { get; init; }

    public required string? Cells { get; init; }

    public required DateOnly FiledOn { get; init; }

    /// <summary>The article of the Decree that governs the filing on that day.</summary>
    public string DecreeArticle => FilingBasis.ArticleOn(FiledOn);

    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>; null when the applicant said nothing.</summary>
    public required string? SelfAssessedRisk { get; init; }

    /// <summary>As computed from the product.</summary>
    public required string? ComputedRisk { get; init; }

    public required string? RiskReason { get; init; }

    public required IReadOnlyList<ReliedEvidence> Evidence { get; init; }

    /// <summary>The items 1 to 15, each once.</summary>
    public required IReadOnlyList<FiledItem> Items { get; init; }
}
