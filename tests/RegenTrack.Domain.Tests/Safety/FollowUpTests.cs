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
