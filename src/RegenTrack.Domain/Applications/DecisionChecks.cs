using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Applications;

/// <summary>What decision-making needs to know of other contexts.</summary>
/// <param name="Members">Everyone with a ballot.</param>
/// <param name="Trial">Null when the plan relies on none.</param>
/// <param name="Grant">Null when the plan relies on none.</param>
public sealed record DecisionFacts(IReadOnlyList<ReviewerFacts> Members, TrialFacts? Trial, GrantFacts? Grant);

/// <summary>What stands in the way of a decision: who voted and how, and what the application lacks.</summary>
internal static class DecisionChecks
{
    public static IEnumerable<Refusal> Voting(TreatmentApplication state, RecordDecision command, DecisionFacts facts, Circumstances at)
    {
        Deliberation meeting = command.Deliberation;
        if (state.Expert?.Value == at.By.Id)
            yield return new Refusal("reviewer-may-not-decide", "검토한 전문위원은 의결을 기록할 수 없습니다.", "The expert who reviewed may not record the decision.", ApplicationRules.FourEyes);
        if (meeting.HeldOn > at.Today)
            yield return new Refusal("meeting-in-future", "회의일이 오늘보다 늦습니다.", "The meeting lies in the future.", ApplicationRules.Majority, "Deliberation.HeldOn");
        foreach (Ballot ballot in meeting.Ballots)
        {
            foreach (Refusal refusal in Member(state, ballot, facts))
                yield return refusal;
        }

        if (!meeting.HasQuorum)
            yield return new Refusal("no-quorum", $"재적 {meeting.Appointed}명 중 {meeting.Present}명 출석으로 과반수에 못 미칩니다.", $"{meeting.Present} of {meeting.Appointed} members are no majority.", ApplicationRules.Majority, "Deliberation.Ballots");
        if (!meeting.Carries(command.Result))
            yield return new Refusal("votes-do-not-carry", $"출석 {meeting.Present}명 중 {meeting.Count(command.Result)}표로 과반수에 못 미칩니다.", $"{meeting.Count(command.Result)} of {meeting.Present} votes are no majority for this result.", ApplicationRules.Majority, nameof(RecordDecision.Result));
    }

    public static IEnumerable<Refusal> Merits(TreatmentApplication state, RecordDecision command, DecisionFacts facts, Circumstances at)
    {
        if (command.Result == Vote.Defer)
            yield break;
        if (state.ReliesOnTrial && state.Matrix is not { IsFinished: true })
            yield return CompleteExpertReview.MatrixOpen;
        if (command.Result != Vote.Suitable)
            yield break;
        if (state.ReliesOnTrial && state.Matrix?.Overall == Sameness.NotAccepted)
            yield return new Refusal("sameness-not-accepted", "동일 목적·내용이 인정되지 않아 적합으로 의결할 수 없습니다.", "Sameness was not accepted, so the plan cannot be suitable.", ApplicationRules.Sameness, nameof(RecordDecision.Result));
        if (state.Plan!.Until < at.Today)
            yield return new Refusal("period-over", "제공기간이 이미 지났습니다.", "The provision period is already over.", ApplicationRules.PlanContents, nameof(RecordDecision.Result));

        EvidenceGateResult gate = EvidenceGate.Check(state.Risk!.Class, state.Institution, state.Plan.Evidence, facts.Trial, facts.Grant, at.Today);
        if (gate.Outcome == GateOutcome.Block)
            yield return new Refusal(gate.Code, gate.Finding, ApplicationRules.PriorEvidence, nameof(RecordDecision.Result));
    }

    private static IEnumerable<Refusal> Member(TreatmentApplication state, Ballot ballot, DecisionFacts facts)
    {
        string field = RecordDecision.BallotOf(ballot.Member);
        ReviewerFacts? member = facts.Members.FirstOrDefault(known => known.Reviewer == ballot.Member);
        if (member is not { IsMember: true })
            yield return new Refusal("member-unknown", $"{ballot.Member.Value}은(는) 심의위원이 아닙니다.", $"{ballot.Member.Value} is no member of the committee.", ApplicationRules.Majority, field);
        else if (ballot.Vote != Vote.Recused && member.HasConflictWith(state.Institution))
            yield return new Refusal("member-must-recuse", $"{ballot.Member.Value}은(는) 신청 기관 소속이므로 제척됩니다.", $"{ballot.Member.Value} belongs to the applying institution and is excluded.", ApplicationRules.Majority, field);
        if (ballot.Vote != Vote.Recused && ballot.Member == state.Expert)
            yield return new Refusal("reviewer-may-not-vote", "검토한 전문위원은 표결할 수 없습니다.", "The expert who reviewed may not vote.", ApplicationRules.FourEyes, field);
    }
}
