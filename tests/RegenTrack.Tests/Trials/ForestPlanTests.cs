using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Interop.Trials.ClinicalTrialsGov;
using RegenTrack.Web.Pages.Trials.Evidence;

namespace RegenTrack.Tests.Trials;

public sealed class ForestPlanTests
{
    private static IReadOnlyList<ForestPanel> Plan(string shape, string file) =>
        ForestPlan.Of(RegistryRecordReader.Read(RegistryFiles.Bytes(shape, file)).Record!.Evidence!);

    [Fact]
    public void ratios_lie_on_a_logarithmic_axis_with_no_effect_at_one()
    {
        ForestPanel ratios = Plan("api-v2-json", "NCT02552212.json").Single(panel => panel.Axis.IsLogarithmic);
        Assert.Equal(1, ratios.Axis.NoEffect);
        Assert.All(ratios.Rows, row => Assert.Contains("Odds Ratio", row.Detail, StringComparison.Ordinal));
        Assert.Equal("15.231", ratios.Rows[0].Estimate.Text);
        Assert.Equal("<0.001", ratios.Rows[0].P!.Text);
    }

    [Fact]
    public void half_and_double_are_equally_far_from_no_effect()
    {
        var axis = ForestAxis.Over([0.2m, 5m], isLogarithmic: true, noEffect: 1);
        Assert.Equal(axis.Position(1) - axis.Position(0.5), axis.Position(2) - axis.Position(1), 1);
        Assert.Equal(50, axis.Position(1), 1);
        Assert.Equal(["0.2", "0.5", "1", "2", "5"], axis.Ticks.Select(tick => tick.Text));
    }

    [Fact]
    public void differences_of_different_units_never_share_an_axis()
    {
        IReadOnlyList<ForestPanel> panels = Plan("api-v2-json", "NCT02210780.json");
        Assert.True(panels.Count(panel => panel.Axis.NoEffect == 0) > 1);
        Assert.Equal(panels.Count, panels.Select(panel => (panel.Title, panel.Unit)).Distinct().Count());
    }

    [Fact]
    public void a_single_arm_trial_shows_its_values_without_a_line_of_no_effect()
    {
        IReadOnlyList<ForestPanel> panels = Plan("legacy-xml", "NCT02535364.xml");
        Assert.All(panels, panel => Assert.Null(panel.Axis.NoEffect));
        ForestRow primary = panels.SelectMany(panel => panel.Rows).Single(row => row.Role == EndpointRole.Primary);
        Assert.Equal(("45.5", "24.4", "67.8"), (primary.Estimate.Text, primary.Lower!.Text, primary.Upper!.Text));
        Assert.Contains(panels.SelectMany(panel => panel.Rows), row => row.Upper is null);
        Assert.DoesNotContain(panels.SelectMany(panel => panel.Rows), row => row.Endpoint.Contains("Cmax", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("legacy-xml", "NCT02535364.xml")]
    [InlineData("api-v2-json", "NCT02552212.json")]
    public void every_mark_lies_on_the_plot_and_inside_its_interval(string shape, string file) =>
        Assert.All(Plan(shape, file), panel => Assert.All(panel.Rows, row =>
        {
            double[] marks = [.. new[] { row.Lower, row.Estimate, row.Upper }.OfType<Figure>().Select(figure => panel.Axis.Position((double)figure.Number!))];
            Assert.Equal(marks.Order(), marks);
            Assert.All(marks, mark => Assert.InRange(mark, 0, 100));
        }));

    [Fact]
    public void values_that_are_all_alike_still_have_an_axis() =>
        Assert.Equal(50, ForestAxis.Over([3m, 3m], isLogarithmic: false, noEffect: null).Position(3));
}
