using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.Domain.Applications;

/// <summary>Record what the committee voted: 적합, 부적합, or 재심의 which only puts it off. The notice goes out today.</summary>
public sealed record RecordDecision(PlanId Application, Vote Result, Deliberation Deliberation, string Reasons, string OtherOpinion = "")
    : IShaped
{
    public static string BallotOf(ReviewerId member) => $"Deliberation.Ballots.{member.Value}";

    public IEnumerable<Refusal> Shape()
    {
        if (Result is not (Vote.Suitable or Vote.Unsuitable or Vote.Defer))
            yield return new Refusal("result-unknown", "결과는 적합, 부적합, 재심의 중 하나입니다.", "The result is suitable, unsuitable or deferred.", ApplicationRules.Majority, nameof(Result));
        if (string.IsNullOrWhiteSpace(Reasons))
            yield return new Refusal("reasons-required", "심의 종합의견을 적으세요.", "Give the committee's reasons.", ApplicationRules.Criteria, nameof(Reasons));
        if (string.IsNullOrWhiteSpace(Deliberation.Meeting))
            yield return ApplicationRefusals.Required("Deliberation.Meeting");
        if (Deliberation.Appointed is < 1 or > 25)
            yield return new Refusal("members-out-of-range", "재적위원은 1명부터 25명까지입니다.", "The committee has from 1 to 25 members.", ApplicationRules.Majority, "Deliberation.Appointed");
        if (Deliberation.Ballots.DistinctBy(ballot => ballot.Member).Count() < Deliberation.Ballots.Count)
            yield return new Refusal("member-twice", "같은 위원이 두 번 들어 있습니다.", "A member is listed twice.", ApplicationRules.Majority, "Deliberation.Ballots");
        if (!Deliberation.Ballots.All(ballot => Enum.IsDefined(ballot.Vote)))
            yield return new Refusal("vote-unknown", "알 수 없는 표가 있습니다. 명단에서 고르십시오.", "There is a vote of an unknown kind. Choose one from the list.", ApplicationRules.Majority, "Deliberation.Ballots");
        if (Deliberation.Ballots.Count > Deliberation.Appointed)
            yield return new Refusal("more-votes-than-members", "표가 재적위원보다 많습니다.", "There are more votes than members.", ApplicationRules.Majority, "Deliberation.Ballots");
        foreach (Refusal refusal in ApplicationRefusals.Personal((nameof(Reasons), Reasons), (nameof(OtherOpinion), OtherOpinion)))
            yield return refusal;
    }

    public static Outcome<ApplicationEvent> Decide(TreatmentApplication state, RecordDecision command, DecisionFacts facts, Circumstances at)
    {
        if (AlreadySo(state, command))
            return Outcome<ApplicationEvent>.Accept();
        if (state.Decision is { } decided)
            return AlreadyDecided(decided);
        if (state.Stage != Stage.Deliberation)
            return ApplicationRefusals.WrongStage(state, ApplicationRules.Criteria);

        List<Refusal> refusals = [.. DecisionChecks.Voting(state, command, facts, at), .. DecisionChecks.Merits(state, command, facts, at)];
        if (refusals.Count > 0)
            return Outcome<ApplicationEvent>.Refuse(refusals);
        if (command.Result == Vote.Defer)
            return new DeliberationDeferred(command.Application, command.Deliberation, command.Reasons);

        bool suitable = command.Result == Vote.Suitable;
        DateOnly fiveYears = DeadlineCatalogue.Validity.From(at.Today, at.Holidays)!.Value;
        DateOnly planEnd = state.Plan!.Until;
        return new ApplicationDecided(command.Application, new Decision(
            suitable ? DecisionResult.Suitable : DecisionResult.Unsuitable,
            command.Deliberation, command.Reasons, command.OtherOpinion, at.Today,
            suitable ? (planEnd < fiveYears ? planEnd : fiveYears) : null,
            suitable ? DeadlineCatalogue.Registration.From(at.Today, at.Holidays) : null,
            at.By.Id));
    }

    private static bool AlreadySo(TreatmentApplication state, RecordDecision command) =>
        state.Decision is { } decision
            ? decision.Result == (command.Result == Vote.Suitable ? DecisionResult.Suitable : DecisionResult.Unsuitable)
                && command.Result != Vote.Defer && decision.Reasons == command.Reasons && Same(decision.Deliberation, command.Deliberation)
            : command.Result == Vote.Defer && state.Deferrals.Any(deferral => deferral.Reasons == command.Reasons && Same(deferral.Deliberation, command.Deliberation));

    private static bool Same(Deliberation left, Deliberation right) =>
        left with { Ballots = right.Ballots } == right && left.Ballots.SequenceEqual(right.Ballots);

    private static Refusal AlreadyDecided(Decision decision) => new(
        "already-decided",
        $"{decision.NoticeOn:yyyy-MM-dd}에 이미 {(decision.Result == DecisionResult.Suitable ? "적합" : "부적합")}으로 의결되었습니다.",
        $"Already decided on {decision.NoticeOn:yyyy-MM-dd}: {(decision.Result == DecisionResult.Suitable ? "suitable" : "unsuitable")}.",
        ApplicationRules.Criteria);
}
