using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Published;
using static RegenTrack.Domain.Tests.Trials.TrialScenario;

namespace RegenTrack.Domain.Tests.Trials;

/// <summary>Completed for gating: notice of the last observation's end, a final result or report, and no open hold.</summary>
public sealed class TrialCompletionTests
{
    private static readonly TrialCompletionRecorded Noticed = new(Id, Day("2025-01-10"), Day("2025-01-20"), null, null);
    private static readonly TrialCompletionRecorded Resulted = new(Id, null, null, Day("2025-11-30"), null);
    private static readonly TrialCompletionRecorded Reported = new(Id, null, null, null, Day("2025-11-30"));
    private static readonly TrialPutOnHold Held = new(Id, Day("2026-01-05"), "Quality");

    private static Given<Trial, TrialEvent> Given(params TrialEvent[] events) => Spec.Given(Trial.Initial, Trial.Evolve, events);

    private static CompletionGap[] Gaps(params TrialEvent[] events) => [.. events.Aggregate(Trial.Initial, Trial.Evolve).Facts().MissingForCompletion];

    [Fact]
    public void a_registered_trial_is_not_completed() =>
        Assert.Equal([CompletionGap.LastObservationEndNotice, CompletionGap.FinalResult], Gaps(Registered));

    [Fact]
    public void the_notice_alone_does_not_complete_it() => Assert.Equal([CompletionGap.FinalResult], Gaps(Registered, Noticed));

    [Fact]
    public void the_end_of_observation_without_its_notice_does_not_complete_it() =>
        Assert.Equal([CompletionGap.LastObservationEndNotice], Gaps(Registered, Noticed with { LastObservationEndNotice = null }, Resulted));

    [Fact]
    public void notice_and_final_result_complete_it() => Assert.Empty(Gaps(Registered, Noticed, Resulted));

    [Fact]
    public void notice_and_final_study_report_complete_it() => Assert.Empty(Gaps(Registered, Noticed, Reported));

    [Fact]
    public void an_open_hold_undoes_it_and_its_end_restores_it()
    {
        Assert.Equal([CompletionGap.OpenHold], Gaps(Registered, Noticed, Resulted, Held));
        Assert.Empty(Gaps(Registered, Noticed, Resulted, Held, new TrialHoldLifted(Id, Day("2026-02-01"))));
    }

    [Fact]
    public void an_unknown_trial_is_never_completed() => Assert.False(Trial.Initial.Facts().IsCompletedForGating);

    [Fact]
    public void each_date_is_kept_on_its_own()
    {
        Trial after = Given(Registered, Noticed).When(state => RecordTrialCompletion.Decide(state, new(Id, null, null, Day("2025-11-30"), null), At("2026-11-02"))).Then(Resulted);
        Assert.Equal((Day("2025-01-10"), Day("2025-01-20"), Day("2025-11-30"), null), (after.LastObservationEnd, after.LastObservationEndNotice, after.FinalResult, after.StudyReport));
    }

    [Fact]
    public void a_date_told_again_corrects_the_earlier_one()
    {
        Trial after = Given(Registered, Noticed).When(state => RecordTrialCompletion.Decide(state, new(Id, Day("2025-01-12"), null, null, null), At("2026-11-02"))).Then(new TrialCompletionRecorded(Id, Day("2025-01-12"), null, null, null));
        Assert.Equal(Day("2025-01-12"), after.LastObservationEnd);
    }

    [Fact]
    public void no_date_at_all_is_refused() =>
        Given(Registered).When(state => RecordTrialCompletion.Decide(state, new(Id, null, null, null, null), At("2026-11-02"))).ThenRefused("completion-empty");

    [Fact]
    public void a_date_in_the_future_is_refused_at_its_field() =>
        Assert.Equal("FinalResult", Assert.Single(Given(Registered).When(state => RecordTrialCompletion.Decide(state, new(Id, null, null, Day("2026-11-03"), null), At("2026-11-02"))).ThenRefused("date-in-future")).Field);

    [Fact]
    public void notice_result_and_report_cannot_come_before_the_end() =>
        Given(Registered).When(state => RecordTrialCompletion.Decide(state, new(Id, Day("2025-06-01"), Day("2025-05-31"), Day("2025-05-30"), Day("2025-05-29")), At("2026-11-02"))).ThenRefused("completion-order", "completion-order", "completion-order");

    [Fact]
    public void a_trial_on_hold_is_not_put_on_hold_again() =>
        Given(Registered, Held).When(state => PutTrialOnHold.Decide(state, new(Id, Day("2026-03-01"), "Again"), At("2026-11-02"))).ThenNothing();

    [Fact]
    public void a_hold_is_recorded() =>
        Given(Registered).When(state => PutTrialOnHold.Decide(state, new(Id, Day("2026-01-05"), "Quality"), At("2026-11-02"))).Then(Held);

    [Fact]
    public void a_hold_cannot_end_before_it_began() =>
        Given(Registered, Held).When(state => LiftTrialHold.Decide(state, new(Id, Day("2026-01-04")), At("2026-11-02"))).ThenRefused("hold-order");

    [Fact]
    public void nothing_can_be_told_of_an_unknown_trial()
    {
        Given().When(state => RecordTrialCompletion.Decide(state, new(Id, Day("2025-01-10"), null, null, null), At("2026-11-02"))).ThenRefused("trial-not-registered");
        Given().When(state => PutTrialOnHold.Decide(state, new(Id, Day("2025-01-10"), "x"), At("2026-11-02"))).ThenRefused("trial-not-registered");
        Given().When(state => LiftTrialHold.Decide(state, new(Id, Day("2025-01-10")), At("2026-11-02"))).ThenRefused("trial-not-registered");
        Given().When(state => WithdrawTrialResults.Decide(state, new(Id, 1, "x"), At("2026-11-02"))).ThenRefused("trial-not-registered");
        Given().When(state => RecordTrialApproval.Decide(state, new(Id, new("1", Day("2025-01-10"), null, true, [])), At("2026-11-02"))).ThenRefused("trial-not-registered");
    }
}
