using RegenTrack.App.Resources;
using RegenTrack.App.Sandbox;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Search;
using SearchDates = RegenTrack.Fhir.Search.SearchDates;

namespace RegenTrack.Interop.Sandbox;

/// <summary>MeasureReport: what the exemptions are judged by, counted for the caller's own institution; a half-year each. Nobody writes it.</summary>
internal sealed class IndicatorDoor : IResourceDoor, ISearchDoor
{
    public string Type => "MeasureReport";

    public IReadOnlyList<SearchParameter> Parameters { get; } = [new("period", "date", "Half-years that a date or a stretch of time touches"), new("measure", "reference", MapIndicators.Measure)];

    public async Task<FhirReply> Read(string id, FhirCall call) =>
        await call.Ask(new GetIndicators(call.Actor)) is { } indicators && indicators.HalfYears.FirstOrDefault(half => MapIndicators.IdOf(indicators, half) == id) is { } half
            ? FhirReply.Ok(MapIndicators.Report(indicators, half))
            : FhirReply.NotFound;

    public async Task<FhirReply> Search(FhirSearch search, FhirCall call)
    {
        if (await call.Ask(new GetIndicators(call.Actor)) is not { } indicators || search.Values["measure"].Any(measure => measure != MapIndicators.Measure))
            return FhirReply.SearchSet([]);
        var halves = indicators.HalfYears.AsEnumerable();
        foreach (var period in search.Values["period"])
        {
            if (Touched(period) is not { } touched)
                return FhirReply.Failed(400, Issue.Error(
                    "value", "query-parameter-value", "매개변수 'period'의 값을 읽을 수 없습니다. 예: 2026-11, ge2026-07-01", "The value of parameter 'period' cannot be read. Examples: 2026-11, ge2026-07-01"));
            halves = halves.Where(touched);
        }

        return FhirReply.SearchSet(halves.Take(search.Count).Select(half => MapIndicators.Report(indicators, half)));
    }

    private static Func<HalfYear, bool>? Touched(string period)
    {
        var (relation, text) = Prefix.Of(period);
        if (SearchDates.Span(text, KoreanTime.Offset) is not var (from, to))
            return null;
        return relation switch
        {
            SpanRelation.Equal => half => Start(half) < to && from < End(half),
            SpanRelation.GreaterOrEqual => half => from < End(half),
            SpanRelation.Greater => half => to < End(half),
            SpanRelation.LessOrEqual => half => Start(half) < to,
            SpanRelation.Less => half => Start(half) < from,
            _ => null,
        };
    }

    private static DateTimeOffset Start(HalfYear half) => KoreanTime.StartOf(half.From);

    private static DateTimeOffset End(HalfYear half) => KoreanTime.StartOf(half.Until.AddDays(1));
}
