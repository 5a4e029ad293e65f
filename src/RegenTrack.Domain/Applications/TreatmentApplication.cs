using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Products.Published;

namespace RegenTrack.Domain.Applications;

/// <summary>One application for a treatment plan as it stands.</summary>
/// <param name="Submitted">The plan as first filed, to recognise the same filing again.</param>
/// <param name="Plan">The plan with everything supplemented since.</param>
/// <param name="Clock">Null before receipt.</param>
public sealed record TreatmentApplication(
    PlanId Id,
    Stage Stage,
    InstitutionId Institution,
    TreatmentPlan? Submitted,
    TreatmentPlan? Plan,
    RiskAssessment? Risk,
    EvidenceGateResult? Gate,
    DateOnly? SubmittedOn,
    string? ReceiptNumber,
    LegalClock? Clock,
    IReadOnlyList<Supplement> Supplements,
    ReviewerId? Expert,
    ComparabilityMatrix? Matrix,
    string? ExpertReport,
    ApplicationReturned? Return,
    IReadOnlyList<DeliberationDeferred> Deferrals,
    Decision? Decision)
{
    public static readonly TreatmentApplication Initial =
        new(default, Stage.None, default, null, null, null, null, null, null, null, [], null, null, null, null, [], null);

    public bool Exists => Stage != Stage.None;

    public bool ReliesOnTrial => Plan?.Evidence.Kind == EvidenceKind.CommercialTrial;

    /// <summary>The request that waits for the applicant, or null.</summary>
    public Supplement? OpenSupplement => Supplements.LastOrDefault(supplement => supplement.IsOpen);

    public Supplement? Supplement(string id) => Supplements.FirstOrDefault(supplement => supplement.Id == id);

    /// <summary>What treatment may rely on; null unless decided 적합. Whether it is in force depends on the day.</summary>
    public PlanInForce? PlanInForce => Decision is { Result: DecisionResult.Suitable, ValidUntil: { } until } decision
        ? new PlanInForce(
            Id, Institution, decision.NoticeOn > Plan!.From ? decision.NoticeOn : Plan.From, until,
            Plan.ExpectedSubjects, Plan.Product, Risk!.Class, Plan.Evidence.Grant)
        : null;

    public static TreatmentApplication Evolve(TreatmentApplication state, ApplicationEvent e) => e switch
    {
        TreatmentPlanSubmitted s => Initial with
        {
            Id = s.Application,
            Stage = Stage.Submitted,
            Institution = s.Institution,
            Submitted = s.Plan,
            Plan = s.Plan,
            Risk = s.Risk,
            Gate = s.Gate,
            SubmittedOn = s.SubmittedOn,
        },
        ReceiptConfirmed r => state with { Stage = Stage.Received, ReceiptNumber = r.ReceiptNumber, Clock = LegalClock.Start(r.Limit, r.ReceivedOn) },
        SupplementRequested r => SupplementFold.Requested(state, r),
        SupplementExtended x => SupplementFold.Extended(state, x),
        SupplementAnswered a => SupplementFold.Answered(state, a),
        ApplicationReturned r => state with { Stage = Stage.Returned, Return = r },
        ExpertReviewStarted s => state with { Stage = Stage.ExpertReview, Expert = s.Expert },
        ComparabilityAssessed c => state with { Matrix = c.Matrix },
        ExpertReviewCompleted c => state with { Stage = Stage.Deliberation, ExpertReport = c.Report },
        DeliberationDeferred d => state with { Deferrals = [.. state.Deferrals, d] },
        ApplicationDecided d => state with
        {
            Stage = d.Decision.Result == DecisionResult.Suitable ? Stage.Suitable : Stage.Unsuitable,
            Decision = d.Decision,
        },
        _ => state,
    };
}
