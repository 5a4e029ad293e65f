using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server.Search;

/// <summary>Asks of one resource by its keys what a search asks of the stored ones, with the same answer.</summary>
public static class ConditionJudge
{
    public static bool Holds(ResourceCondition condition, string id, DateTimeOffset updated, ResourceIndex index) => condition switch
    {
        ResourceCondition.AnyKey(var keys) => keys.Any(index.Keys.Contains),
        ResourceCondition.NoKey(var keys) => !keys.Any(index.Keys.Contains),
        ResourceCondition.AnyId(var ids) => ids.Contains(id),
        ResourceCondition.AnySpan(var tests) => index.Spans.Any(span => tests.Any(test => test.Parameter == span.Parameter && Passes(test, span.Low, span.High))),
        ResourceCondition.AnyText(var tests) => index.Texts.Any(text => tests.Any(test => test.Parameter == text.Parameter && Passes(test, text.Text))),
        ResourceCondition.Updated time => ((time.From is not { } from || updated >= from) && (time.To is not { } to || updated < to)) != time.Outside,
        ResourceCondition.Either(var alternatives) => alternatives.Any(all => all.All(one => Holds(one, id, updated, index))),
        _ => false,
    };

    private static bool Passes(SpanTest test, double low, double high) => test.Relation switch
    {
        SpanRelation.Equal => low >= test.Low && low < test.High && high <= test.High,
        SpanRelation.NotEqual => low < test.Low || low >= test.High || high > test.High,
        SpanRelation.Greater => high > test.High,
        SpanRelation.Less => low < test.Low,
        SpanRelation.GreaterOrEqual => high >= test.Low && (high > test.High || low >= test.Low),
        SpanRelation.LessOrEqual => low <= test.High && (low < test.Low || high <= test.High),
        SpanRelation.StartsAfter => low >= test.High,
        SpanRelation.EndsBefore => high <= test.Low,
        _ => low < test.High && high > test.Low,
    };

    private static bool Passes(TextTest test, string text) => test.Anywhere ? text.Contains(test.Text, StringComparison.Ordinal) : text.StartsWith(test.Text, StringComparison.Ordinal);
}
