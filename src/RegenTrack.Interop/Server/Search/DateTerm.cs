using RegenTrack.App.Resources;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Search;

namespace RegenTrack.Interop.Server.Search;

/// <summary>Dates: a value stands for the whole span that its precision leaves open. About a date is a tenth of its distance from now.</summary>
internal static class DateTerm
{
    private const string Example = "2026-11, ge2026-11-23, lt2026-11-23T09:00:00+09:00";

    public static (ResourceCondition? Condition, Issue? Problem) Read(Term term)
    {
        var asked = term.Values.Select(value => Asked(term, value)).ToList();
        return asked.Contains(null)
            ? (null, term.Unreadable(Example))
            : (new ResourceCondition.AnySpan([.. asked.Select(one => new SpanTest(term.Key(Spelling.AnyUnit), one!.Value.Relation, Spans.Of(one.Value.From), Spans.Of(one.Value.To)))]), null);
    }

    /// <summary>Of the instant at which the server wrote the resource, which is a point.</summary>
    public static (ResourceCondition? Condition, Issue? Problem) Updated(Term term)
    {
        var asked = term.Values.Select(value => Asked(term, value)).ToList();
        if (asked.Contains(null))
            return (null, term.Unreadable(Example));
        var times = asked.Select(one => Updated(one!.Value.Relation, one.Value.From, one.Value.To)).ToList();
        return (times is [var only] ? only : new ResourceCondition.Either([.. times.Select(time => (IReadOnlyList<ResourceCondition>)[time])]), null);
    }

    private static ResourceCondition.Updated Updated(SpanRelation relation, DateTimeOffset from, DateTimeOffset to) => relation switch
    {
        SpanRelation.NotEqual => new ResourceCondition.Updated(from, to, Outside: true),
        SpanRelation.Greater or SpanRelation.StartsAfter => new ResourceCondition.Updated(to, null),
        SpanRelation.Less or SpanRelation.EndsBefore => new ResourceCondition.Updated(null, from),
        SpanRelation.GreaterOrEqual => new ResourceCondition.Updated(from, null),
        SpanRelation.LessOrEqual => new ResourceCondition.Updated(null, to),
        _ => new ResourceCondition.Updated(from, to),
    };

    private static (SpanRelation Relation, DateTimeOffset From, DateTimeOffset To)? Asked(Term term, string value)
    {
        var (relation, text) = Prefix.Of(value);
        if (SearchDates.Span(text, KoreanTime.Offset) is not var (from, to))
            return null;
        if (relation != SpanRelation.Overlaps)
            return (relation, from, to);
        var margin = (term.Setting.Now - from).Duration() / 10;
        return (relation, Moved(from, -margin), Moved(to, margin));
    }

    private static DateTimeOffset Moved(DateTimeOffset instant, TimeSpan by)
    {
        var ticks = instant.UtcTicks + by.Ticks;
        return ticks <= 0 ? DateTimeOffset.MinValue : ticks >= DateTime.MaxValue.Ticks ? DateTimeOffset.MaxValue : new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
