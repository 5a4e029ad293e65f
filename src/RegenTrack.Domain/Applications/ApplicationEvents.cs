using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Products.Published;

namespace RegenTrack.Domain.Applications;

public abstract record ApplicationEvent;

/// <summary>치료계획 제출.</summary>
/// <param name="Gate">What the evidence gate found on the day of filing.</param>
public sealed record TreatmentPlanSubmitted(
    PlanId Application, InstitutionId Institution, TreatmentPlan Plan, RiskAssessment Risk, EvidenceGateResult Gate, DateOnly SubmittedOn)
    : ApplicationEvent;

/// <summary>접수.</summary>
/// <param name="Limit">Working days to the result.</param>
/// <param name="Due">Last day for the result, by the holidays known then.</param>
public sealed record ReceiptConfirmed(PlanId Application, string ReceiptNumber, DateOnly ReceivedOn, int Limit, DateOnly Due) : ApplicationEvent;

/// <summary>보완요청. During review the clock stands still.</summary>
/// <param name="DaysLeft">Working days that the clock keeps; null at intake.</param>
public sealed record SupplementRequested(
    PlanId Application, string Supplement, bool AtIntake, IReadOnlyList<SupplementItem> Items, DateOnly RequestedOn, DateOnly Due, int? DaysLeft)
    : ApplicationEvent;

/// <summary>보완기간 연장.</summary>
public sealed record SupplementExtended(PlanId Application, string Supplement, DateOnly GrantedOn, DateOnly Due, string Reason) : ApplicationEvent;

/// <summary>보완 제출.</summary>
/// <param name="Late">After the last day of the term.</param>
/// <param name="ClockDue">New last day for the result; null at intake.</param>
public sealed record SupplementAnswered(
    PlanId Application, string Supplement, IReadOnlyList<SupplementAnswer> Answers, DateOnly AnsweredOn, bool Late, DateOnly? ClockDue)
    : ApplicationEvent;

/// <summary>반려.</summary>
public sealed record ApplicationReturned(
    PlanId Application, ReturnGround Ground, string Reasons, DateOnly ReturnedOn, DateOnly ObjectionBy) : ApplicationEvent;

/// <summary>전문위원 배정.</summary>
public sealed record ExpertReviewStarted(PlanId Application, ReviewerId Expert, DateOnly StartedOn) : ApplicationEvent;

/// <summary>동등성 평가: the matrix as far as it goes.</summary>
public sealed record ComparabilityAssessed(PlanId Application, ComparabilityMatrix Matrix) : ApplicationEvent;

/// <summary>검토보고서: the expert is done, and deliberation can begin.</summary>
public sealed record ExpertReviewCompleted(PlanId Application, ReviewerId Expert, string Report, DateOnly CompletedOn) : ApplicationEvent;

/// <summary>재심의: the committee met and put it off.</summary>
public sealed record DeliberationDeferred(PlanId Application, Deliberation Deliberation, string Reasons) : ApplicationEvent;

/// <summary>심의결과 통지: 적합 or 부적합.</summary>
public sealed record ApplicationDecided(PlanId Application, Decision Decision) : ApplicationEvent;
