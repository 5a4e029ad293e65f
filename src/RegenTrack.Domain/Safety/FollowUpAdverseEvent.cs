using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Safety.Published;

namespace RegenTrack.Domain.Safety;

/// <summary>Report how an event went on: the judgement as it now stands, and a note.</summary>
public sealed record FollowUpAdverseEvent(
    AdverseEventId AdverseEvent,
    Assessment Assessment,
    string Note,
    DateOnly? BoardInformedOn = null) : IShaped
{
    public IEnumerable<Refusal> Shape() => string.IsNullOrWhiteSpace(Note)
        ? [SafetyRefusals.Required(nameof(Note)), .. Assessment.Shape()]
        : Assessment.Shape();

    public static Outcome<SafetyEvent> Decide(AdverseEvent state, FollowUpAdverseEvent command, Circumstances at)
    {
        if (!state.Exists || !state.IsSeenBy(at.By))
            return SafetyRefusals.UnknownEvent;
        if (Repeats(state, command))
            return Outcome<SafetyEvent>.Accept();
        if (state.ClosedOn is not null)
            return SafetyRefusals.Closed;
        List<Refusal> refusals = [.. Faults(state, command, at)];
        return refusals.Count > 0
            ? Outcome<SafetyEvent>.Refuse(refusals)
            : new AdverseEventFollowedUp(
                command.AdverseEvent, state.FollowUps.Count + 1, command.Assessment, command.Note, command.BoardInformedOn);
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

    private static bool Repeats(AdverseEvent state, FollowUpAdverseEvent asked) =>
        state.FollowUps.Count > 0 && state.FollowUps[^1].Note == asked.Note && state.Assessment!.SameAs(asked.Assessment)
        && (asked.BoardInformedOn is null || asked.BoardInformedOn == state.BoardInformedOn);
}
