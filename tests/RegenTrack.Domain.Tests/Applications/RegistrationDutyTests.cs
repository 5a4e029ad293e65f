using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Committee.Published;
using static RegenTrack.Domain.Tests.Law.Calendar;

namespace RegenTrack.Domain.Tests.Applications;

public sealed class RegistrationDutyTests
{
    private static readonly Decision Suitable = new(
        DecisionResult.Suitable, new Deliberation("1", Day("2026-11-24"), 7, []), "근거가 충분함", "", Day("2026-11-24"), Day("2031-11-24"), Day("2026-12-24"), "sec1");

    [Theory]
    [InlineData(null, "DL-05", "2026-12-24")]
    [InlineData("2026-11-25", "DL-05-consent", "2026-12-02")]
    [InlineData("2026-12-14", "DL-05-consent", "2026-12-21")]
    [InlineData("2026-12-17", "DL-05", "2026-12-24")]
    [InlineData("2026-12-18", "DL-05", "2026-12-24")]
    public void the_earlier_of_thirty_days_from_the_notice_and_seven_from_the_first_consent(string? consent, string rule, string due)
    {
        var duty = RegistrationDuty.Of(Suitable, consent is null ? null : Day(consent), Holidays)!;
        Assert.Equal((rule, Day(due)), (duty.Rule.Id, duty.Due));
    }

    [Fact]
    public void a_plan_that_is_not_suitable_has_nothing_to_register()
    {
        Assert.Null(RegistrationDuty.Of(null, Day("2026-11-25"), Holidays));
        Assert.Null(RegistrationDuty.Of(Suitable with { Result = DecisionResult.Unsuitable, RegisterBy = null }, Day("2026-11-25"), Holidays));
    }
}
