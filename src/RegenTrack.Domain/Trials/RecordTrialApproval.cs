using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>Record the approval of the protocol and whether the trial is one for licensing: registries do not say either.</summary>
public sealed record RecordTrialApproval(TrialId Trial, TrialApproval Approval)
{
    public static Outcome<TrialEvent> Decide(Trial state, RecordTrialApproval command, Circumstances at)
    {
        if (!state.IsRegistered)
            return TrialRefusals.NotRegistered(command.Trial);
        if (string.IsNullOrWhiteSpace(command.Approval.Number))
            return new Refusal("approval-number-missing", "임상시험계획 승인번호를 적으십시오.", "Give the number of the protocol approval.", field: nameof(TrialApproval.Number));
        if (command.Approval.ApprovedOn > at.Today)
            return TrialRefusals.InTheFuture(nameof(TrialApproval.ApprovedOn), command.Approval.ApprovedOn);
        return state.Approval is { } known && known.SaysTheSameAs(command.Approval)
            ? Outcome<TrialEvent>.Accept()
            : new TrialApprovalRecorded(command.Trial, command.Approval);
    }
}
