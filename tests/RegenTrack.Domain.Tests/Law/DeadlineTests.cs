using RegenTrack.Domain.Law;
using static RegenTrack.Domain.Tests.Law.Calendar;

namespace RegenTrack.Domain.Tests.Law;

public sealed class DeadlineTests
{
    [Fact]
    public void every_id_is_there_once() =>
        Assert.Equal(DeadlineCatalogue.All.Count, DeadlineCatalogue.All.Select(deadline => deadline.Id).Distinct().Count());

    [Theory]
    [InlineData("DL-03", "2026-06-01", "2026-11-24")]
    [InlineData("DL-04", "2026-06-01", "2026-07-01")]
    [InlineData("DL-05", "2026-11-24", "2026-12-24")]
    [InlineData("DL-06", "2026-12-18", "2026-12-28")]
    [InlineData("DL-29", "2026-11-24", "2031-11-24")]
    public void a_deadline_is_counted_by_its_own_calendar(string id, string trigger, string end) =>
        Assert.Equal(Day(end), DeadlineCatalogue.Find(id)!.From(Day(trigger), Holidays));

    [Fact]
    public void without_delay_has_no_day() => Assert.Null(DeadlineCatalogue.SeriousEvent.From(Day("2026-06-01"), Holidays));

    [Fact]
    public void guidance_is_never_shown_as_law() => Assert.Equal(Standing.Guidance, DeadlineCatalogue.OtherEvent.Standing);
}
