using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Applications;

/// <summary>Send a received application to an expert who has no interest in it.</summary>
public sealed record StartExpertReview(PlanId Application, ReviewerId Expert) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Expert.Value))
            yield return ApplicationRefusals.Required(nameof(Expert));
    }

    public static Outcome<ApplicationEvent> Decide(TreatmentApplication state, StartExpertReview command, ReviewerFacts expert, Circumstances at)
    {
        if (state.Expert == command.Expert)
            return Outcome<ApplicationEvent>.Accept();
        if (state.Expert is not null)
            return new Refusal("expert-already-assigned", "이미 다른 전문위원이 배정되었습니다.", "Another expert is already assigned.", ApplicationRules.Review, nameof(Expert));
        if (state.Stage != Stage.Received)
            return ApplicationRefusals.WrongStage(state, ApplicationRules.Review);
        if (!expert.IsExpert)
            return new Refusal("expert-unknown", "전문위원으로 위촉된 사람이 아닙니다.", "This person is not appointed as an expert.", ApplicationRules.Review, nameof(Expert));
        if (expert.HasConflictWith(state.Institution))
            return new Refusal("conflict-of-interest", "신청 기관에 소속된 전문위원은 배정할 수 없습니다.", "An expert of the applying institution cannot be assigned.", ApplicationRules.Majority, nameof(Expert));
        return new ExpertReviewStarted(command.Application, command.Expert, at.Today);
    }
}
