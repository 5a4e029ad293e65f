using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Safety.Published;

namespace RegenTrack.Domain.Safety;

/// <summary>Report how an event went on: the judgement as it now stands, and a note. One that turned out serious is owed without delay from the instant at which that was known.</summary>
/// <param name="SeriousKnownAt">Instant at which the institution came to know that the event is serious; null: the instant to which the report itself is dated. Of no concern for one that was serious before, or is not.</param>
/// <param name="LateReason">Why that comes late, when it does.</param>
public sealed record FollowUpAdverseEvent(
    AdverseEventId AdverseEvent,
    Assessment Assessment,
    string Note,
    DateOnly? BoardInformedOn = null,
    DateTimeOffset? SeriousKnownAt = null,
    string? LateReason = null) : IShaped
{
    public IEnumerable<Refusal> Shape() => string.IsNullOrWhiteSpace(Note)
        ? [SafetyRefusals.Required(nameof(Note)), .. Assessment.Shape()]
        : Assessment.Shape();

    public static Outcome<SafetyEvent> Decide(AdverseEvent state, FollowUpAdverseEvent command, SafetyTerms facts, Circumstances at)
    {
        if (!state.Exists || !state.IsSeenBy(at.By))
            return SafetyRefusals.UnknownEvent;
        if (Repeats(state, command))
            return Outcome<SafetyEvent>.Accept();
        if (state.ClosedOn is not null)
            return SafetyRefusals.Closed;
        var known = command.Assessment.IsSerious && !state.Assessment!.IsSerious ? command.SeriousKnownAt ?? at.ObservedAt : (DateTimeOffset?)null;
        var duty = known is { } from ? ReportingDuty.Of(true, from, facts, at.Holidays) : null;
        var late = duty?.IsLate(at.Now) == true;
        List<Refusal> refusals = [.. Faults(state, command, at), .. TurnFaults(state, command, known, late, at)];
        return refusals.Count > 0
            ? Outcome<SafetyEvent>.Refuse(refusals)
            : new AdverseEventFollowedUp(
                command.AdverseEvent, state.FollowUps.Count + 1, command.Assessment, command.Note, command.BoardInformedOn,
                known?.ToUniversalTime(), duty?.Due.ToUniversalTime(), late ? command.LateReason : null);
    }

    private static IEnumerable<Refusal> Faults(AdverseEvent state, FollowUpAdverseEvent command, Circumstances at)
    {
        if (command.Assessment.EndedOn > at.Today)
            yield return SafetyRefusals.InTheFuture(nameof(Assessment.EndedOn));
        if (command.Assessment.EndedOn < state.OnsetOn)
            yield return SafetyRefusals.EndsBeforeOnset;
        if (command.BoardInformedOn > at.Today)
            yield return SafetyRefusals.InTheFuture(nameof(BoardInformedOn));
    }

    private static IEnumerable<Refusal> TurnFaults(AdverseEvent state, FollowUpAdverseEvent command, DateTimeOffset? known, bool late, Circumstances at)
    {
        if (known > at.Now)
            yield return SafetyRefusals.InTheFuture(nameof(SeriousKnownAt));
        if (known < state.AwareAt)
            yield return new Refusal("serious-before-aware", "중대함을 안 시각이 이상반응을 안 시각보다 빠릅니다.", "The event cannot have been known to be serious before it was known.", null, nameof(SeriousKnownAt));

        // A resource that was read and changed carries the first report's reason too; that one says nothing of this delay.
        if (late && (string.IsNullOrWhiteSpace(command.LateReason) || command.LateReason == state.LateReason))
            yield return SafetyRefusals.LateWithoutReason;
    }

    private static bool Repeats(AdverseEvent state, FollowUpAdverseEvent asked) =>
        state.FollowUps.Count > 0 && state.FollowUps[^1].Note == asked.Note && state.Assessment!.SameAs(asked.Assessment)
        && (asked.BoardInformedOn is null || asked.BoardInformedOn == state.BoardInformedOn);
}
