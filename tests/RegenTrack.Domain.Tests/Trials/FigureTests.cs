using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Domain.Tests.Trials;

public sealed class FigureTests
{
    [Theory]
    [InlineData("77.90", "77.90")]
    [InlineData("-11.3", "-11.3")]
    [InlineData("1,204", "1204")]
    [InlineData("0", "0")]
    public void a_plain_number_is_kept_as_written_and_as_a_value(string text, string value)
    {
        var figure = Figure.Of(text)!;
        Assert.Equal(text, figure.Text);
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), figure.Number);
    }

    [Theory]
    [InlineData("NA")]
    [InlineData("<1")]
    [InlineData("12 (3%)")]
    public void anything_else_keeps_its_words_and_has_no_value(string text)
    {
        var figure = Figure.Of(text)!;
        Assert.Equal(text, figure.Text);
        Assert.Null(figure.Number);
    }

    [Theory]
    [InlineData("<0.001", "<", "0.001")]
    [InlineData("=0.247", "=", "0.247")]
    [InlineData("0.0124", "=", "0.0124")]
    [InlineData("≤ 0.05", "≤", "0.05")]
    [InlineData("> .999", ">", "0.999")]
    public void a_p_value_is_a_relation_and_a_bound(string text, string relation, string bound)
    {
        var p = PValue.Of(text)!;
        Assert.Equal((text, relation, decimal.Parse(bound, System.Globalization.CultureInfo.InvariantCulture)), (p.Text, p.Relation, p.Bound!.Value));
    }

    [Fact]
    public void a_p_value_in_words_has_no_bound() => Assert.Null(PValue.Of("not significant")!.Bound);

    [Theory]
    [InlineData("Odds Ratio (OR)", true)]
    [InlineData("Hazard Ratio", true)]
    [InlineData("LS Mean Difference", false)]
    [InlineData("Log odds ratio", false)]
    [InlineData(null, false)]
    public void ratios_are_told_from_differences(string? parameter, bool ratio) =>
        Assert.Equal(ratio, TrialScenario.Package.Outcomes[0].Analyses[0] with { Parameter = parameter } is { IsRatio: true });
}
