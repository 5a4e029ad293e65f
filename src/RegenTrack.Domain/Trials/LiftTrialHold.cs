using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>Record that the hold ended.</summary>
public sealed record LiftTrialHold(TrialId Trial, DateOnly On)
{
    public static Outcome<TrialEvent> Decide(Trial state, LiftTrialHold command, Circumstances at)
    {
        if (!state.IsRegistered)
            return TrialRefusals.NotRegistered(command.Trial);
        if (state.OnHoldSince is not { } since)
            return Outcome<TrialEvent>.Accept();
        if (command.On > at.Today)
            return TrialRefusals.InTheFuture(nameof(On), command.On);
        if (command.On < since)
            return new Refusal("hold-order", $"보류 시작일 {since:yyyy-MM-dd}보다 앞설 수 없습니다.", $"The hold began on {since:yyyy-MM-dd}; it cannot end before.", field: nameof(On));
        return new TrialHoldLifted(command.Trial, command.On);
    }
}
