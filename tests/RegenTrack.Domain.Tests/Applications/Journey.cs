using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Kernel;
using static RegenTrack.Domain.Tests.Applications.ApplicationScenario;

namespace RegenTrack.Domain.Tests.Applications;

/// <summary>An application brought to a stage by commands, so that a test starts from a state that can exist.</summary>
internal static class Journey
{
    public static TreatmentApplication To(Stage stage)
    {
        TreatmentApplication none = TreatmentApplication.Initial;
        TreatmentApplication submitted = stage == Stage.None ? none : none.Then(SubmitTreatmentPlan.Decide(none, Submit, Facts, Hospital()));
        return stage switch
        {
            Stage.None or Stage.Submitted => submitted,
            Stage.IntakeSupplement => submitted.Then(RequestSupplement.Decide(submitted, Ask, Secretariat())),
            Stage.Returned => submitted.Then(ReturnApplication.Decide(submitted, Back, Secretariat())),
            _ => AfterReceipt(submitted, stage),
        };
    }

    public static RequestSupplement Ask => new(Id, "s-1", 14, Asked);

    public static ReturnApplication Back => new(Id, ReturnGround.FalseContent, "허위 기재");

    public static ConfirmReceipt Receive => new(Id, "2026-0001");

    public static AssessComparability Assess => new(Id, Rows, Sameness.Accepted);

    public static CompleteExpertReview Report => new(Id, "검토보고서");

    public static TreatmentApplication Then(this TreatmentApplication state, Outcome<ApplicationEvent> outcome)
    {
        Assert.Empty(outcome.Refusals);
        return outcome.Events.Aggregate(state, TreatmentApplication.Evolve);
    }

    private static TreatmentApplication AfterReceipt(TreatmentApplication submitted, Stage stage)
    {
        TreatmentApplication received = submitted.Then(ConfirmReceipt.Decide(submitted, Receive, Secretariat()));
        if (stage == Stage.Received)
            return received;
        if (stage == Stage.ReviewSupplement)
            return received.Then(RequestSupplement.Decide(received, Ask, Secretariat()));

        TreatmentApplication review = received.Then(StartExpertReview.Decide(received, new(Id, Expert), new ReviewerFacts(Expert, true, false, []), Secretariat()));
        if (stage == Stage.ExpertReview)
            return review;

        TreatmentApplication assessed = review.Then(AssessComparability.Decide(review, Assess, ByExpert()));
        TreatmentApplication deliberation = assessed.Then(CompleteExpertReview.Decide(assessed, Report, ByExpert()));
        return stage switch
        {
            Stage.Suitable => deliberation.Then(RecordDecision.Decide(deliberation, Decide, DecisionBasis, ByCommittee())),
            Stage.Unsuitable => deliberation.Then(RecordDecision.Decide(
                deliberation, Decide with { Result = Vote.Unsuitable, Deliberation = Meeting(Vote.Unsuitable, 4) }, DecisionBasis, ByCommittee())),
            _ => deliberation,
        };
    }
}
