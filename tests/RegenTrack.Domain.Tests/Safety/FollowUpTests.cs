using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Safety;
using static RegenTrack.Domain.Tests.Safety.EventScenario;

namespace RegenTrack.Domain.Tests.Safety;

public sealed class FollowUpTests
{
    private static readonly Assessment Recovered = Serious with { Outcome = EventOutcome.Recovered, EndedOn = new(2026, 12, 10) };

    private static readonly FollowUpAdverseEvent FollowUp = new(new("ae-1"), Recovered, "퇴원", new(2026, 12, 10));

    private static readonly AdverseEventFollowedUp Followed = new(new("ae-1"), 1, Recovered, "퇴원", new(2026, 12, 10));

    [Fact]
    public void a_follow_up_replaces_the_judgement() => Reported().Follow(FollowUp).Then(Followed);

    [Fact]
    public void an_event_may_turn_out_serious()
    {
        var state = Reported(Mild).Follow(FollowUp).Then(events => Assert.Single(events));
        Assert.True(state.Assessment?.IsSerious);
        Assert.NotNull(state.SeriousKnownAt);
    }

    [Fact]
    public void an_event_that_turns_serious_is_owed_within_the_internal_term_from_when_that_was_known()
    {
        var known = Aware.AddDays(5);
        var turning = FollowUp with { SeriousKnownAt = known };
        var state = Reported(Mild).Follow(turning, At(known.AddHours(24))).Then(
            new AdverseEventFollowedUp(new("ae-1"), 1, Recovered, "퇴원", new(2026, 12, 10), known.ToUniversalTime(), known.AddHours(24).ToUniversalTime()));
        Assert.Equal((known.AddHours(24), known, null), (state.DueAt, state.SeriousKnownAt, state.LateReason));

        var late = At(known.AddHours(24).AddSeconds(1));
        var refusals = Reported(Mild).Follow(turning, late).ThenRefused("late-without-reason");
        Assert.Equal(("NS6", "LateReason"), (refusals[0].Rule?.Id, refusals[0].Field));
        Assert.Equal("당직 인계 누락", Reported(Mild).Follow(turning with { LateReason = "당직 인계 누락" }, late).Then(events => Assert.Single(events)).LateReason);
    }

    [Fact]
    public void without_that_instant_the_report_itself_dates_it()
    {
        var seen = new Circumstances(Hospital, Aware.AddHours(30), Aware.AddHours(4), Domain.Law.HolidayTable.Empty);
        Reported(Mild).Follow(FollowUp, seen).ThenRefused("late-without-reason");
        var state = Reported(Mild).Follow(FollowUp, At(Aware.AddHours(30))).Then(events => Assert.Single(events));
        Assert.Equal((Aware.AddHours(54), Aware.AddHours(30)), (state.DueAt, state.SeriousKnownAt));
    }

    [Fact]
    public void the_reason_of_a_late_first_report_does_not_excuse_the_second_delay()
    {
        var late = At(Aware.AddDays(40));
        var first = None.Send(Report with { Assessment = Mild, LateReason = "자료 확인" }, at: late).Then(events => Assert.Single(events));
        var turning = FollowUp with { SeriousKnownAt = Aware.AddDays(35), LateReason = "자료 확인" };
        Spec.Given<AdverseEvent, SafetyEvent>(first, AdverseEvent.Evolve).Follow(turning, late).ThenRefused("late-without-reason");
    }

    [Fact]
    public void seriousness_is_known_neither_before_the_event_nor_in_the_future()
    {
        Reported(Mild).Follow(FollowUp with { SeriousKnownAt = Aware.AddSeconds(-1) }).ThenRefused("serious-before-aware");
        Reported(Mild).Follow(FollowUp with { SeriousKnownAt = Aware.AddHours(4) }).ThenRefused("date-in-the-future");
    }

    [Fact]
    public void an_event_that_was_serious_before_keeps_its_first_deadline()
    {
        var state = Reported().Follow(FollowUp with { SeriousKnownAt = Aware.AddHours(-9), LateReason = "무관" }, At(Aware.AddDays(9))).Then(Followed);
        Assert.Equal((Aware.AddHours(24), null, null), (state.DueAt, state.SeriousKnownAt, state.LateReason));
    }

    [Fact]
    public void an_unknown_event_or_anothers_looks_absent()
    {
        var other = At(Aware, new Actor("demo-hospital-2", Role.HospitalSystem, "inst-saebyeok"));
        None.Follow(FollowUp).ThenRefused("adverse-event-unknown");
        None.Close().ThenRefused("adverse-event-unknown");
        Reported().Follow(FollowUp, other).ThenRefused("adverse-event-unknown");
        Reported().Close(other).ThenRefused("adverse-event-unknown");
    }

    [Fact]
    public void dates_of_a_follow_up_lie_between_onset_and_today()
    {
        Reported().Follow(FollowUp with { Assessment = Recovered with { EndedOn = new(2026, 12, 9) } }).ThenRefused("ended-before-onset");
        Reported().Follow(FollowUp with { Assessment = Recovered with { EndedOn = new(2026, 12, 11) }, BoardInformedOn = new(2026, 12, 11) })
            .ThenRefused("date-in-the-future", "date-in-the-future");
    }

    [Fact]
    public void an_event_is_closed_after_its_final_outcome() =>
        Reported(null, Followed).Close().Then(new AdverseEventClosed(new("ae-1"), "회복 확인", new(2026, 12, 10)));

    [Theory]
    [InlineData(EventOutcome.Recovering)]
    [InlineData(EventOutcome.Unknown)]
    public void an_event_without_a_final_outcome_stays_open(EventOutcome outcome) =>
        Reported(Serious with { Outcome = outcome }).Close().ThenRefused("outcome-not-final");

    [Fact]
    public void a_serious_event_stays_open_until_the_board_was_told()
    {
        Reported(Recovered).Close().ThenRefused("board-not-informed");
        Reported(Recovered with { Criteria = [] }).Close().Then(events => Assert.Single(events));
    }

    [Fact]
    public void a_closed_event_takes_no_follow_up()
    {
        SafetyEvent closed = new AdverseEventClosed(new("ae-1"), "회복 확인", new(2026, 12, 10));
        Reported(null, Followed, closed).Follow(FollowUp with { Note = "재입원" }).ThenRefused("adverse-event-closed");
        Reported(null, Followed, closed).Close().ThenNothing();
    }
}
