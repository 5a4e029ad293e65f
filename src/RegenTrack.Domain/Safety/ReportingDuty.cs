using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.Domain.Safety;

/// <summary>Which reporting duty an event falls under, and until when.</summary>
/// <param name="Standing">Law for the duty of serious events; guidance for the thirty days of others.</param>
/// <param name="Due">Instant after which a report counts as late here.</param>
/// <param name="IsInternalTerm">The instant is our own reading of "without delay", not a number of the law.</param>
public sealed record ReportingDuty(Rule Rule, Standing Standing, DateTimeOffset Due, bool IsInternalTerm)
{
    /// <summary>The duty of an event of which the institution became aware at an instant.</summary>
    public static ReportingDuty Of(bool serious, DateTimeOffset awareAt, SafetyTerms terms, HolidayTable holidays)
    {
        if (serious)
            return new(DeadlineCatalogue.SeriousEvent.Rule, DeadlineCatalogue.SeriousEvent.Standing, awareAt + terms.SeriousWithin, true);
        var last = DeadlineCatalogue.OtherEvent.From(KoreanTime.DayOf(awareAt), holidays)!.Value;
        return new(DeadlineCatalogue.OtherEvent.Rule, DeadlineCatalogue.OtherEvent.Standing, KoreanTime.StartOf(last.AddDays(1)), false);
    }

    public bool IsLate(DateTimeOffset reportedAt) => reportedAt > Due;
}
