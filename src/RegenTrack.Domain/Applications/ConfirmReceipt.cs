using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.Domain.Applications;

/// <summary>Confirm receipt (접수): the 120 working days begin today.</summary>
/// <param name="ReceiptNumber">접수번호; its format is the office's own.</param>
public sealed record ConfirmReceipt(PlanId Application, string ReceiptNumber) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(ReceiptNumber))
            yield return ApplicationRefusals.Required(nameof(ReceiptNumber));
        foreach (Refusal refusal in ApplicationRefusals.Personal((nameof(ReceiptNumber), ReceiptNumber)))
            yield return refusal;
    }

    public static Outcome<ApplicationEvent> Decide(TreatmentApplication state, ConfirmReceipt command, Circumstances at)
    {
        if (state.ReceiptNumber is not null && state.ReceiptNumber == command.ReceiptNumber)
            return Outcome<ApplicationEvent>.Accept();
        if (state.ReceiptNumber is not null)
            return new Refusal("already-received", $"이미 {state.ReceiptNumber}(으)로 접수되었습니다.", $"Already received as {state.ReceiptNumber}.", ApplicationRules.Intake, nameof(ReceiptNumber));
        if (state.Stage != Stage.Submitted)
            return ApplicationRefusals.WrongStage(state, ApplicationRules.Intake);

        int limit = DeadlineCatalogue.TreatmentDecision.Limit;
        return new ReceiptConfirmed(command.Application, command.ReceiptNumber, at.Today, limit, LegalCalendar.Petition(at.Today, limit, at.Holidays));
    }
}
