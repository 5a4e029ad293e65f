using System.Text;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Temperature;
using RegenTrack.Web.Demo;

namespace RegenTrack.Tests.Cells;

public sealed class DemoLoggerTests
{
    private static readonly DateTimeOffset Dispatched = new(2026, 5, 31, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Arrived = Dispatched.AddHours(22);

    private static readonly TransportSpecification Specification = new(
        "product-msc", 1, [new(true, -150m, 10, 30, ExcursionOutcome.Major), new(true, -120m, 0, 0, ExcursionOutcome.Critical)], 15);

    [Theory]
    [InlineData(null, ExcursionOutcome.None)]
    [InlineData(-135, ExcursionOutcome.Major)]
    [InlineData(-90, ExcursionOutcome.Critical)]
    public void both_formats_say_the_same(int? peak, ExcursionOutcome outcome)
    {
        Assert.All((string[])[DemoLogger.Berlinger(Dispatched, Arrived, peak), DemoLogger.Elitech(Dispatched, Arrived, peak)], text =>
        {
            var log = LoggerFile.Read(Encoding.UTF8.GetBytes(text)).Log!;
            var verdict = JudgeTemperature.By(Specification, log, log.UtcOffset!.Value, new(Dispatched, Arrived));

            Assert.Equal(outcome, verdict.Outcome);
            Assert.Empty(verdict.Findings);
        });
    }
}
