using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Trials.Published;
using static RegenTrack.Domain.Tests.Applications.ApplicationScenario;

namespace RegenTrack.Domain.Tests.Applications;

public sealed class RecordDecisionTests
{
    [Fact]
    public void a_suitable_plan_is_in_force_until_its_own_end()
    {
        TreatmentApplication state = When(Decide, day: "2026-11-20").Then(events => Assert.Single(events));
        PlanInForce plan = state.PlanInForce!;
        Assert.Equal((Law.Calendar.Day("2026-11-20"), Plan.Until), (plan.From, plan.Until));
        Assert.Equal(Law.Calendar.Day("2026-12-21"), state.Decision!.RegisterBy);
        Assert.True(plan.IsInForceOn(Plan.Until));
        Assert.False(plan.IsInForceOn(Plan.Until.AddDays(1)));
        Assert.False(plan.IsInForceOn(plan.From.AddDays(-1)));
    }

    [Fact]
    public void validity_never_exceeds_five_years_from_the_notice()
    {
        TreatmentApplication state = Journey.To(Stage.Deliberation);
        state = state with { Plan = state.Plan! with { From = Law.Calendar.Day("2027-06-01"), Until = Law.Calendar.Day("2032-05-31") } };
        PlanInForce plan = When(Decide, state).Then(events => Assert.Single(events)).PlanInForce!;
        Assert.Equal((Law.Calendar.Day("2027-06-01"), Law.Calendar.Day("2031-06-01")), (plan.From, plan.Until));
    }

    [Fact]
    public void an_unsuitable_plan_is_never_in_force()
    {
        TreatmentApplication state = When(Decide with { Result = Vote.Unsuitable, Deliberation = Meeting(Vote.Unsuitable, 3) }).Then(events => Assert.Single(events));
        Assert.Equal(Stage.Unsuitable, state.Stage);
        Assert.Null(state.PlanInForce);
    }

    [Fact]
    public void a_deferral_leaves_it_in_deliberation_and_a_later_meeting_decides()
    {
        TreatmentApplication state = When(Decide with { Result = Vote.Defer, Deliberation = Meeting(Vote.Defer, 3) }).Then(events => Assert.IsType<DeliberationDeferred>(Assert.Single(events)));
        Assert.Equal(Stage.Deliberation, state.Stage);
        When(Decide with { Deliberation = Decide.Deliberation with { Meeting = "2026-12" } }, state).Then(events => Assert.Single(events));
    }

    [Fact]
    public void without_quorum_nothing_is_decided() =>
        When(Decide with { Deliberation = Meeting(Vote.Suitable, 5, appointed: 10) }).ThenRefused("no-quorum");

    [Fact]
    public void a_vote_that_there_is_not_is_refused() =>
        Assert.Equal(["vote-unknown"], (Decide with { Deliberation = Decide.Deliberation with { Ballots = [new(new("m-1"), (Vote)99)] } }).Shape().Select(refusal => refusal.Code));

    [Fact]
    public void the_result_must_have_the_votes() => When(Decide with { Deliberation = Meeting(Vote.Suitable, 2) }).ThenRefused("votes-do-not-carry");

    [Fact]
    public void the_expert_who_reviewed_does_not_record_the_decision() => When(Decide, by: "exp1").ThenRefused("reviewer-may-not-decide");

    [Fact]
    public void the_expert_who_reviewed_does_not_vote() => When(
        Decide with { Deliberation = Decide.Deliberation with { Ballots = [.. Decide.Deliberation.Ballots.Skip(1), new(Expert, Vote.Suitable)] } },
        facts: DecisionBasis with { Members = [.. DecisionBasis.Members, new(Expert, true, true, [])] }).ThenRefused("reviewer-may-not-vote");

    [Fact]
    public void a_member_of_the_applying_institution_must_recuse()
    {
        DecisionFacts facts = DecisionBasis with { Members = [DecisionBasis.Members[0] with { Affiliations = [Hanbit] }, .. DecisionBasis.Members.Skip(1)] };
        When(Decide, facts: facts).ThenRefused("member-must-recuse");
        Deliberation recused = Decide.Deliberation with { Ballots = [Decide.Deliberation.Ballots[0] with { Vote = Vote.Recused }, .. Decide.Deliberation.Ballots.Skip(1)] };
        When(Decide with { Deliberation = recused }, facts: facts).Then(events => Assert.Single(events));
    }

    [Fact]
    public void somebody_who_is_no_member_has_no_vote() =>
        When(Decide, facts: DecisionBasis with { Members = [.. DecisionBasis.Members.Skip(1)] }).ThenRefused("member-unknown");

    [Fact]
    public void a_meeting_in_the_future_is_refused() =>
        When(Decide with { Deliberation = Decide.Deliberation with { HeldOn = Filed.AddDays(1) } }).ThenRefused("meeting-in-future");

    [Fact]
    public void without_a_finished_matrix_a_trial_cannot_carry_a_decision() =>
        When(Decide, Journey.To(Stage.Deliberation) with { Matrix = null }).ThenRefused("comparability-not-finished");

    [Fact]
    public void sameness_not_accepted_rules_out_suitable_but_not_unsuitable()
    {
        TreatmentApplication state = Journey.To(Stage.Deliberation);
        state = state with { Matrix = state.Matrix! with { Overall = Sameness.NotAccepted } };
        When(Decide, state).ThenRefused("sameness-not-accepted");
        When(Decide with { Result = Vote.Unsuitable, Deliberation = Meeting(Vote.Unsuitable, 4) }, state).Then(events => Assert.Single(events));
    }

    [Fact]
    public void the_gate_is_checked_again_on_the_day_of_the_decision()
    {
        When(Decide, facts: DecisionBasis with { Trial = Trial with { CurrentResults = null } }).ThenRefused("trial-results-missing");
        When(Decide, facts: DecisionBasis with { Grant = Grant with { Until = Filed.AddDays(-1) } }).ThenRefused("exemption-not-in-force");
        When(Decide, facts: DecisionBasis with { Trial = Trial with { MissingForCompletion = [CompletionGap.OpenHold] } }).ThenRefused("trial-not-completed");
    }

    [Fact]
    public void a_plan_whose_period_is_over_cannot_become_suitable() => When(Decide, day: "2029-06-01", facts: DecisionBasis with { Grant = Grant with { Until = new(2030, 1, 1) } }).ThenRefused("period-over");

    [Fact]
    public void a_second_officer_with_another_result_is_told_what_stands() =>
        When(Decide, Journey.To(Stage.Unsuitable)).ThenRefused("already-decided");

    [Fact]
    public void reasons_and_sensible_votes_are_a_matter_of_form() => Assert.Equal(
        ["member-twice", "more-votes-than-members", "reasons-required", "result-unknown"],
        (Decide with { Result = Vote.Abstain, Reasons = " ", Deliberation = new("2026-11", Filed, 1, [new(new("m1"), Vote.Suitable), new(new("m1"), Vote.Suitable)]) })
            .Shape().Select(refusal => refusal.Code).Order());

    private static Decided<TreatmentApplication, ApplicationEvent> When(
        RecordDecision command, TreatmentApplication? state = null, DecisionFacts? facts = null, string by = "com1", string day = "2026-06-01") =>
        Spec.Given(state ?? Journey.To(Stage.Deliberation), TreatmentApplication.Evolve, Array.Empty<ApplicationEvent>())
            .When(s => RecordDecision.Decide(s, command, facts ?? DecisionBasis, ByCommittee(day, by)));
}
