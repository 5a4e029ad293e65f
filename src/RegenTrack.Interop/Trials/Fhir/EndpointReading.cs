using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>Observations of endpoints as outcome measures: those of one title, rank and time frame are one measure.</summary>
internal static class EndpointReading
{
    public static EndpointRole? Role(string kind) => kind switch
    {
        "primary-endpoint" => EndpointRole.Primary,
        "secondary-endpoint" => EndpointRole.Secondary,
        "other-endpoint" => EndpointRole.OtherPreSpecified,
        "post-hoc-endpoint" => EndpointRole.PostHoc,
        _ => null,
    };

    public static string Kind(EndpointRole role) => role switch
    {
        EndpointRole.Primary => "primary-endpoint",
        EndpointRole.Secondary => "secondary-endpoint",
        EndpointRole.OtherPreSpecified => "other-endpoint",
        _ => "post-hoc-endpoint",
    };

    public static IReadOnlyList<OutcomeMeasure> Read(IEnumerable<ResultObservation> results) =>
        [.. results
            .Where(result => Role(result.Kind) is not null)
            .GroupBy(result => (result.Kind, result.Title, TimeFrame: result.Words("time-frame")))
            .Select(measure => Measure(Role(measure.Key.Kind)!.Value, measure.Key.Title, measure.Key.TimeFrame, [.. measure]))];

    private static OutcomeMeasure Measure(EndpointRole role, string title, string? timeFrame, List<ResultObservation> results)
    {
        List<ResultObservation> values = [.. results.Where(result => result.Comparators.Count == 0)];
        return new OutcomeMeasure(
            role,
            title,
            null,
            timeFrame,
            results.Select(result => result.Words("population")).FirstOrDefault(text => text is not null),
            [.. results.SelectMany(result => result.Comparators.Prepend(result.Group)).Distinct().OrderBy(group => group.Id, StringComparer.Ordinal)],
            values.Count == 0 ? null : Table(values),
            [.. results.Where(result => result.Comparators.Count > 0).Select(Compared)]);
    }

    private static MeasureTable Table(List<ResultObservation> values) => new(
        values[0].Words("parameter"),
        values[0].Words("dispersion"),
        values[0].Unit,
        values.Exists(value => value.Figure("analysed") is not null)
            ? [new Denominator("Participants", [.. values.DistinctBy(value => value.Group).Select(value => new GroupCount(value.Group.Id, value.Figure("analysed")))])]
            : [],
        [.. values.GroupBy(value => value.Words("class")).Select(row => new MeasureClass(row.Key, [], [new MeasureCategory(null, [.. row.Select(Measured)])]))]);

    private static Measurement Measured(ResultObservation value) =>
        new(value.Group.Id, value.Value, value.Figure("spread"), value.Figure("lower"), value.Figure("upper"), value.Words("comment"));

    private static Analysis Compared(ResultObservation result) => new(
        [result.Group.Id, .. result.Comparators.Select(group => group.Id)],
        null,
        result.Words("hypothesis"),
        null,
        result.Words("method"),
        null,
        result.Words("parameter"),
        result.Value,
        null,
        null,
        result.Figure("spread"),
        result.Figure("confidence-percent"),
        null,
        result.Figure("lower"),
        result.Figure("upper"),
        PValue.Of(result.Figure("p-value")?.Text),
        null,
        null);
}
