using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.ApiV2;

/// <summary>Groups, denominators and rows, which baseline and outcome tables share.</summary>
internal static class TableJson
{
    public static ReportingGroup Group(JsonPlace group) =>
        new(group.Required("id"), group.Text("title") ?? "", group.Text("description"));

    public static Denominator Analysed(JsonPlace denominator) => new(
        denominator.Text("units") ?? "",
        denominator.Each("counts", count => new GroupCount(count.Required("groupId"), Figure.Of(count.Text("value")))));

    public static MeasureTable Read(JsonPlace measure) => new(
        measure.Text("paramType"),
        measure.Text("dispersionType"),
        measure.Text("unitOfMeasure"),
        measure.Each("denoms", Analysed),
        measure.Each("classes", Class));

    private static MeasureClass Class(JsonPlace row) =>
        new(row.Text("title"), row.Each("denoms", Analysed), row.Each("categories", Category));

    private static MeasureCategory Category(JsonPlace category) =>
        new(category.Text("title"), category.Each("measurements", Value));

    private static Measurement Value(JsonPlace value) => new(
        value.Required("groupId"),
        Figure.Of(value.Text("value")),
        Figure.Of(value.Text("spread")),
        Figure.Of(value.Text("lowerLimit")),
        Figure.Of(value.Text("upperLimit")),
        value.Text("comment"));
}
