using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Safety.Published;

namespace RegenTrack.Domain.Safety;

/// <summary>End the follow-up of an event.</summary>
/// <param name="Reason">Why no further report is needed.</param>
public sealed record CloseAdverseEvent(AdverseEventId AdverseEvent, string Reason) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Reason))
            yield return SafetyRefusals.Required(nameof(Reason));
    }

    public static Outcome<SafetyEvent> Decide(AdverseEvent state, CloseAdverseEvent command, Circumstances at)
    {
        if (!state.Exists || !state.IsSeenBy(at.By))
            return SafetyRefusals.UnknownEvent;
        if (state.ClosedOn is not null)
            return Outcome<SafetyEvent>.Accept();
        if (state.Assessment!.Outcome is EventOutcome.Recovering or EventOutcome.Unknown)
            return new Refusal("outcome-not-final", "경과가 정해지지 않은 이상반응은 종결할 수 없습니다. 추가 보고로 결과를 먼저 적으세요.", "An event without a final outcome cannot be closed. Report the outcome in a follow-up first.", SafetyRules.LateReason, nameof(AdverseEvent));
        if (state.Assessment.IsSerious && state.BoardInformedOn is null)
            return new Refusal("board-not-informed", "중대한 이상반응은 기관심의위원회(IRB)에도 알린 뒤 종결합니다.", "A serious event is closed only after the IRB was told.", Law.DeadlineCatalogue.SeriousEvent.Rule, nameof(AdverseEvent));
        return new AdverseEventClosed(command.AdverseEvent, command.Reason, at.Today);
    }
}
