using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Products.Published;
using static RegenTrack.Domain.Tests.Applications.ApplicationScenario;

namespace RegenTrack.Domain.Tests.Applications;

public sealed class ReviewTests
{
    [Fact]
    public void an_expert_of_the_applying_institution_is_refused() => At(Stage.Received)
        .When(s => StartExpertReview.Decide(s, new(Id, Expert), new ReviewerFacts(Expert, true, false, [Hanbit]), Secretariat()))
        .ThenRefused("conflict-of-interest");

    [Fact]
    public void somebody_who_is_no_expert_is_refused() => At(Stage.Received)
        .When(s => StartExpertReview.Decide(s, new(Id, Expert), new ReviewerFacts(Expert, false, true, []), Secretariat()))
        .ThenRefused("expert-unknown");

    [Fact]
    public void a_second_expert_is_refused() => At(Stage.ExpertReview)
        .When(s => StartExpertReview.Decide(s, new(Id, new("exp2")), new ReviewerFacts(new("exp2"), true, false, []), Secretariat()))
        .ThenRefused("expert-already-assigned");

    [Fact]
    public void only_the_assigned_expert_fills_the_matrix() => At(Stage.ExpertReview)
        .When(s => AssessComparability.Decide(s, Journey.Assess, ByExpert(id: "exp2"))).ThenRefused("not-the-assigned-expert");

    [Fact]
    public void the_matrix_may_be_saved_half_done_but_not_concluded()
    {
        AssessComparability half = new(Id, [Rows[0]], null);
        At(Stage.ExpertReview).When(s => AssessComparability.Decide(s, half, ByExpert())).Then(events => Assert.Single(events));
        At(Stage.ExpertReview).When(s => AssessComparability.Decide(s, half with { Overall = Sameness.Accepted }, ByExpert())).ThenRefused("rows-not-assessed");
        At(Stage.ExpertReview).When(s => AssessComparability.Decide(s, half with { Overall = Sameness.NeedsData }, ByExpert())).Then(events => Assert.Single(events));
    }

    [Fact]
    public void sameness_cannot_be_accepted_over_a_row_that_is_not_comparable() => At(Stage.ExpertReview)
        .When(s => AssessComparability.Decide(s, Journey.Assess with { Rows = [.. Rows.Skip(1), Rows[0] with { Verdict = ComparabilityVerdict.NotComparable }] }, ByExpert()))
        .ThenRefused("overall-contradicts-rows");

    [Fact]
    public void a_plan_without_a_trial_has_nothing_to_compare()
    {
        TreatmentApplication low = Journey.To(Stage.ExpertReview);
        low = low with { Plan = low.Plan! with { Evidence = Domain.Applications.Published.EvidenceClaim.Nothing } };
        Given(low).When(s => AssessComparability.Decide(s, Journey.Assess, ByExpert())).ThenRefused("nothing-to-compare");
        Given(low).When(s => CompleteExpertReview.Decide(s, Journey.Report, ByExpert())).Then(events => Assert.Single(events));
    }

    [Fact]
    public void a_verdict_needs_its_rationale_and_bridging_data_a_document() => Assert.Equal(
        ["dimension-twice", "dimension-unknown", "pointer-required", "rationale-required"],
        new AssessComparability(Id, [new("dose", ComparabilityVerdict.Same, ""), new("dose", ComparabilityVerdict.ComparableWithData, "자료"), new("colour", ComparabilityVerdict.NotAssessed, "")], null)
            .Shape().Select(refusal => refusal.Code).Order());

    [Fact]
    public void the_report_waits_for_the_matrix() => At(Stage.ExpertReview)
        .When(s => CompleteExpertReview.Decide(s, Journey.Report, ByExpert())).ThenRefused("comparability-not-finished");

    [Fact]
    public void there_are_eleven_dimensions_and_fifteen_items()
    {
        Assert.Equal(11, ComparabilityDimension.All.Select(dimension => dimension.Key).Distinct().Count());
        Assert.Equal(15, PlanItem.All.Select(item => item.LinkId).Distinct().Count());
        Assert.Equal(RiskClass.High, Journey.To(Stage.Submitted).Risk!.Class);
    }

    private static Given<TreatmentApplication, ApplicationEvent> At(Stage stage) => Given(Journey.To(stage));

    private static Given<TreatmentApplication, ApplicationEvent> Given(TreatmentApplication state) =>
        Spec.Given(state, TreatmentApplication.Evolve, Array.Empty<ApplicationEvent>());
}
