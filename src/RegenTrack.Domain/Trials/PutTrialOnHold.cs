using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>Record that the trial is on hold. While it is, the trial does not count as completed.</summary>
public sealed record PutTrialOnHold(TrialId Trial, DateOnly Since, string Reason) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Reason))
            yield return new Refusal("reason-missing", "보류 사유를 적으십시오.", "Give the reason for the hold.", field: nameof(Reason));
        else if (ResidentRegistrationNumber.AppearsIn(Reason))
            yield return ResidentRegistrationNumber.Refuse(nameof(Reason));
    }

    public static Outcome<TrialEvent> Decide(Trial state, PutTrialOnHold command, Circumstances at)
    {
        if (!state.IsRegistered)
            return TrialRefusals.NotRegistered(command.Trial);
        if (state.OnHoldSince is not null)
            return Outcome<TrialEvent>.Accept();
        if (command.Since > at.Today)
            return TrialRefusals.InTheFuture(nameof(Since), command.Since);
        return new TrialPutOnHold(command.Trial, command.Since, command.Reason.Trim());
    }
}
