using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Applications;

/// <summary>One stream an application. A hospital sees its own, an expert those assigned.</summary>
public static class ApplicationStream
{
    public static readonly StreamType<TreatmentApplication, ApplicationEvent> Type =
        new StreamType<TreatmentApplication, ApplicationEvent>("application", TreatmentApplication.Initial, TreatmentApplication.Evolve)
            .Event<TreatmentPlanSubmitted>("treatment_plan_submitted_v1")
            .Event<ReceiptConfirmed>("application_receipt_confirmed_v1")
            .Event<SupplementRequested>("application_supplement_requested_v1")
            .Event<SupplementExtended>("application_supplement_extended_v1")
            .Event<SupplementAnswered>("application_supplement_answered_v1")
            .Event<ApplicationReturned>("application_returned_v1")
            .Event<ExpertReviewStarted>("application_expert_review_started_v1")
            .Event<ComparabilityAssessed>("application_comparability_assessed_v1")
            .Event<ExpertReviewCompleted>("application_expert_review_completed_v1")
            .Event<DeliberationDeferred>("application_deliberation_deferred_v1")
            .Event<ApplicationDecided>("application_decided_v1")
            .VisibleTo(Sees);

    public static void Register(AppModel model) => model.Stream(Type)
        .Command<SubmitTreatmentPlan, SubmissionFacts>(Permission.SubmitApplication, c => c.Application.Value, ApplicationFacts.ForSubmission, SubmitTreatmentPlan.Decide)
        .Command<ConfirmReceipt>(Permission.ReviewIntake, c => c.Application.Value, ConfirmReceipt.Decide)
        .Command<ReturnApplication>(Permission.ReviewIntake, c => c.Application.Value, ReturnApplication.Decide)
        .Command<RequestSupplement>(Permission.RequestSupplement, c => c.Application.Value, RequestSupplement.Decide)
        .Command<ExtendSupplement>(Permission.RequestSupplement, c => c.Application.Value, ExtendSupplement.Decide)
        .Command<AnswerSupplement>(Permission.SubmitApplication, c => c.Application.Value, AnswerSupplement.Decide)
        .Command<StartExpertReview, ReviewerFacts>(Permission.AssignExpert, c => c.Application.Value, ApplicationFacts.ForAssignment, StartExpertReview.Decide)
        .Command<AssessComparability>(Permission.AssessComparability, c => c.Application.Value, AssessComparability.Decide)
        .Command<CompleteExpertReview>(Permission.AssessComparability, c => c.Application.Value, CompleteExpertReview.Decide)
        .Command<RecordDecision, DecisionFacts>(Permission.RecordDecision, c => c.Application.Value, ApplicationFacts.ForDecision, RecordDecision.Decide);

    private static bool Sees(Actor actor, TreatmentApplication application) => actor.Role switch
    {
        Role.HospitalSystem => application.Institution.Value == actor.Institution,
        Role.Expert => application.Expert?.Value == actor.Id,
        _ => true,
    };
}
