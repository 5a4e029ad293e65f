using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Temperature;
using static RegenTrack.Domain.Tests.Cells.CellsScenario;

namespace RegenTrack.Domain.Tests.Cells;

public sealed class JudgeTemperatureTests
{
    private static readonly TransportWindow Window = new(Dispatched, Arrived);

    private static TemperatureVerdict Judge(TemperatureLog log) => JudgeTemperature.By(Specification, log, TimeSpan.Zero, Window);

    [Theory]
    [InlineData(0, ExcursionOutcome.None)]
    [InlineData(10, ExcursionOutcome.Minor)]
    [InlineData(15, ExcursionOutcome.Major)]
    public void the_length_of_one_excursion_decides(int minutes, ExcursionOutcome outcome)
    {
        var verdict = Judge(Log(at => At(at) >= 60 && At(at) < 60 + minutes ? -140m : -180m));

        Assert.Equal(outcome, verdict.Outcome);
        Assert.Equal(minutes, verdict.Thresholds[0].Minutes);
    }

    [Fact]
    public void several_short_excursions_use_up_the_budget()
    {
        var verdict = Judge(Log(at => At(at) is >= 0 and < 420 && At(at) % 60 < 10 ? -140m : -180m));

        Assert.Equal((70, 10, 7), (verdict.Thresholds[0].Minutes, verdict.Thresholds[0].LongestMinutes, verdict.Thresholds[0].Excursions.Count));
        Assert.Equal(ExcursionOutcome.Major, verdict.Outcome);
    }

    [Fact]
    public void the_second_limit_is_critical_at_once() => Assert.Equal(ExcursionOutcome.Critical, Judge(Log(at => At(at) == 60 ? -119.9m : -180m)).Outcome);

    [Fact]
    public void a_gap_is_a_finding_and_is_not_interpolated()
    {
        var verdict = Judge(Log(at => At(at) is >= 60 and < 90 ? null : -180m));

        var gap = Assert.Single(verdict.Findings);
        Assert.Equal((LogFindingKind.Gap, 30, ExcursionOutcome.Major), (gap.Kind, gap.Minutes, gap.Outcome));
        Assert.Equal(0, verdict.Thresholds[0].Minutes);
    }

    [Fact]
    public void a_log_that_does_not_cover_the_transport_says_so()
    {
        var verdict = Judge(Log(_ => -180m, Dispatched.AddHours(1), Arrived.AddHours(-2)));

        Assert.Equal([(LogFindingKind.StartsLate, 60), (LogFindingKind.EndsEarly, 115)], verdict.Findings.Select(finding => (finding.Kind, finding.Minutes!.Value)));
        Assert.Equal(ExcursionOutcome.Major, verdict.Outcome);
    }

    [Fact]
    public void warm_readings_before_dispatch_do_not_count()
    {
        var verdict = Judge(Log(at => at < Dispatched ? 20m : -180m));

        Assert.Equal((ExcursionOutcome.None, -180m), (verdict.Outcome, verdict.Maximum));
    }

    [Fact]
    public void the_device_clocks_offset_moves_the_log()
    {
        var log = Log(_ => -180m, Dispatched.AddHours(9), Arrived.AddHours(9));

        Assert.Equal(ExcursionOutcome.None, JudgeTemperature.By(Specification, log, TimeSpan.FromHours(9), Window).Outcome);
        Assert.Equal(ExcursionOutcome.Major, JudgeTemperature.By(Specification, log, TimeSpan.Zero, Window).Outcome);
    }

    [Fact]
    public void a_summary_that_contradicts_the_readings_is_a_finding()
    {
        var log = Log(_ => -180m) with { Summary = new(Maximum: -120m) };

        Assert.Equal(LogFindingKind.SummaryDisagrees, Assert.Single(Judge(log).Findings).Kind);
    }

    [Theory]
    [InlineData(-170, ExcursionOutcome.Minor)]
    [InlineData(-149, ExcursionOutcome.Major)]
    public void daily_summaries_cannot_say_how_long(int maximum, ExcursionOutcome outcome)
    {
        var log = Log(_ => 0m) with { Readings = [], Days = [new(new(2026, 9, 1), -190m, -180m, -185m, 0, 0), new(new(2026, 9, 2), -190m, maximum, -185m, 0, 0)] };

        Assert.Equal(outcome, Judge(log).Outcome);
    }

    [Fact]
    public void minutes_never_exceed_the_transport() => Seeded.Check(random =>
    {
        var verdict = Judge(Log(_ => random.Next(10) == 0 ? null : -200m + random.Next(120)));

        Assert.All(verdict.Thresholds, result => Assert.InRange(result.Minutes, result.LongestMinutes, (int)(Arrived - Dispatched).TotalMinutes));
        Assert.True(verdict.Thresholds[0].Minutes >= verdict.Thresholds[1].Minutes);
    }, 60);

    private static double At(DateTimeOffset at) => (at - Dispatched).TotalMinutes;
}
