using RegenTrack.Domain.Committee.Published;

namespace RegenTrack.Domain.Applications;

/// <summary>The committee's result on an application.</summary>
/// <param name="Reasons">심의 종합의견.</param>
/// <param name="OtherOpinion">기타 심의 의견; empty when there is none.</param>
/// <param name="ValidUntil">Last day of validity; null unless 적합.</param>
/// <param name="RegisterBy">Last day to register the outline; null unless 적합.</param>
public sealed record Decision(
    DecisionResult Result,
    Deliberation Deliberation,
    string Reasons,
    string OtherOpinion,
    DateOnly NoticeOn,
    DateOnly? ValidUntil,
    DateOnly? RegisterBy,
    string DecidedBy);

/// <summary>The statute knows two results; a deferral is none.</summary>
public enum DecisionResult
{
    Suitable,
    Unsuitable,
}
