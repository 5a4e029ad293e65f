using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.Domain.Applications;

/// <summary>Return an application before receipt (반려), on one of the stated grounds and with reasons.</summary>
public sealed record ReturnApplication(PlanId Application, ReturnGround Ground, string Reasons) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Reasons))
            yield return ApplicationRefusals.Required(nameof(Reasons));
        foreach (Refusal refusal in ApplicationRefusals.Personal((nameof(Reasons), Reasons)))
            yield return refusal;
    }

    public static Outcome<ApplicationEvent> Decide(TreatmentApplication state, ReturnApplication command, Circumstances at)
    {
        if (state.Return is { } before && before.Ground == command.Ground && before.Reasons == command.Reasons)
            return Outcome<ApplicationEvent>.Accept();
        if (state.Stage is not (Stage.Submitted or Stage.IntakeSupplement))
            return ApplicationRefusals.WrongStage(state, ApplicationRules.Return);
        if (command.Ground == ReturnGround.NotSuppliedInTerm && (state.OpenSupplement is not { } open || open.Due >= at.Today))
            return new Refusal("supplement-term-not-over", "보완기간이 지나지 않아 이 사유로 반려할 수 없습니다.", "The term of the supplement is not over, so this ground does not hold.", ApplicationRules.Return, nameof(Ground));
        if (command.Ground == ReturnGround.ResubmittedUnimproved && state.Plan!.Previous is null)
            return new Refusal("not-a-resubmission", "이전 신청이 없어 이 사유로 반려할 수 없습니다.", "There is no earlier application, so this ground does not hold.", ApplicationRules.Return, nameof(Ground));
        return new ApplicationReturned(
            command.Application, command.Ground, command.Reasons, at.Today, DeadlineCatalogue.Objection.From(at.Today, at.Holidays)!.Value);
    }
}
