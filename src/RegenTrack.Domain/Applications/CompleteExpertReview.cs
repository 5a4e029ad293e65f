using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Applications;

/// <summary>The expert hands in the report (검토보고서); deliberation can begin.</summary>
public sealed record CompleteExpertReview(PlanId Application, string Report) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Report))
            yield return ApplicationRefusals.Required(nameof(Report));
        foreach (Refusal refusal in ApplicationRefusals.Personal((nameof(Report), Report)))
            yield return refusal;
    }

    public static Outcome<ApplicationEvent> Decide(TreatmentApplication state, CompleteExpertReview command, Circumstances at)
    {
        if (state.ExpertReport is not null && state.ExpertReport == command.Report)
            return Outcome<ApplicationEvent>.Accept();
        if (state.Stage != Stage.ExpertReview)
            return ApplicationRefusals.WrongStage(state, ApplicationRules.Review);
        if (state.Expert is not { } expert || expert.Value != at.By.Id)
            return AssessComparability.NotAssigned;
        if (state.ReliesOnTrial && state.Matrix is not { IsFinished: true })
            return MatrixOpen;
        return new ExpertReviewCompleted(command.Application, expert, command.Report, at.Today);
    }

    internal static readonly Refusal MatrixOpen = new(
        "comparability-not-finished",
        "임상시험에 근거한 신청은 동등성 평가표를 모두 마쳐야 합니다.",
        "An application that relies on a trial needs its comparability matrix finished.",
        ApplicationRules.Sameness);
}
