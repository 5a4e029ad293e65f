using RegenTrack.Submissions.Forms.TreatmentPlanApplication;

namespace RegenTrack.Tests.Submissions;

public sealed class FilingBasisTests
{
    [Theory]
    [InlineData("2025-02-21", "제11조의2제1항")]
    [InlineData("2026-05-11", "제11조의2제1항")]
    [InlineData("2026-05-12", "제11조의3제1항")]
    public void the_article_is_the_one_in_force_on_the_day_of_filing(string day, string article) =>
        Assert.Equal(article, FilingBasis.ArticleOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void nothing_can_be_filed_before_treatment_plans_existed() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FilingBasis.ArticleOn(new DateOnly(2025, 2, 20)));
}
