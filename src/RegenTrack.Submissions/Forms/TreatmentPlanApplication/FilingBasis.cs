using RegenTrack.Domain.Kernel;

namespace RegenTrack.Submissions.Forms.TreatmentPlanApplication;

/// <summary>The Decree's article on filing a treatment plan: renumbered on 2026-05-12, while the printed form still names the old one.</summary>
public static class FilingBasis
{
    public static readonly Rule Rule = new(
        "D11-3",
        new Bilingual("치료계획의 심의 신청", "Filing a treatment plan for review"),
        new Citation(new Bilingual("제11조의2제1항", "Decree article 11-2(1)"), new DateOnly(2025, 2, 21), new DateOnly(2026, 5, 11)),
        new Citation(new Bilingual("제11조의3제1항", "Decree article 11-3(1)"), new DateOnly(2026, 5, 12)));

    /// <exception cref="ArgumentOutOfRangeException">Before treatment plans existed in law.</exception>
    public static string ArticleOn(DateOnly day) => Rule.CitedOn(day)?.Article.Korean
        ?? throw new ArgumentOutOfRangeException(nameof(day), day, "Treatment plans can be filed since 2025-02-21.");
}
