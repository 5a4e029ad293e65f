using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>Tell dates of completion, each on its own; null: not told now. A date told again corrects the earlier one.</summary>
/// <param name="LastObservationEnd">Day on which the last observation ended.</param>
/// <param name="LastObservationEndNotice">Day on which the sponsor gave notice of it (due within 20 days).</param>
/// <param name="FinalResult">Day on which the final result was submitted (due within 1 year).</param>
/// <param name="StudyReport">Day on which the clinical study report became final.</param>
public sealed record RecordTrialCompletion(TrialId Trial, DateOnly? LastObservationEnd, DateOnly? LastObservationEndNotice, DateOnly? FinalResult, DateOnly? StudyReport)
{
    public static Outcome<TrialEvent> Decide(Trial state, RecordTrialCompletion command, Circumstances at)
    {
        if (!state.IsRegistered)
            return TrialRefusals.NotRegistered(command.Trial);
        var told = new TrialCompletionRecorded(command.Trial, command.LastObservationEnd, command.LastObservationEndNotice, command.FinalResult, command.StudyReport);
        if (told is { LastObservationEnd: null, LastObservationEndNotice: null, FinalResult: null, StudyReport: null })
            return new Refusal("completion-empty", "날짜를 하나 이상 적으십시오.", "Give at least one date.");
        Trial after = Trials.Trial.Evolve(state, told);
        Refusal[] refusals = [.. Problems(after, command, at.Today)];
        if (refusals.Length > 0)
            return Outcome<TrialEvent>.Refuse(refusals);
        return after == state ? Outcome<TrialEvent>.Accept() : told;
    }

    private static IEnumerable<Refusal> Problems(Trial after, RecordTrialCompletion command, DateOnly today)
    {
        (string Field, DateOnly? Day)[] told =
        [
            (nameof(LastObservationEnd), command.LastObservationEnd),
            (nameof(LastObservationEndNotice), command.LastObservationEndNotice),
            (nameof(FinalResult), command.FinalResult),
            (nameof(StudyReport), command.StudyReport),
        ];
        foreach ((string field, DateOnly? day) in told)
            if (day > today)
                yield return TrialRefusals.InTheFuture(field, day.Value);
        if (after.LastObservationEndNotice < after.LastObservationEnd)
            yield return Before(nameof(LastObservationEndNotice), after.LastObservationEndNotice.Value, after.LastObservationEnd.Value);
        if (after.FinalResult < after.LastObservationEnd)
            yield return Before(nameof(FinalResult), after.FinalResult.Value, after.LastObservationEnd.Value);
        if (after.StudyReport < after.LastObservationEnd)
            yield return Before(nameof(StudyReport), after.StudyReport.Value, after.LastObservationEnd.Value);
    }

    private static Refusal Before(string field, DateOnly day, DateOnly end) => new(
        "completion-order",
        $"{day:yyyy-MM-dd}은(는) 마지막 관찰 종료일 {end:yyyy-MM-dd}보다 앞섭니다.",
        $"{day:yyyy-MM-dd} lies before the end of the last observation, {end:yyyy-MM-dd}.",
        TrialRefusals.SponsorNotices,
        field);
}
