using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.LegacyXml;

/// <summary>Groups, denominators and rows, which baseline and outcome tables share.</summary>
internal static class TableXml
{
    public static ReportingGroup Group(XmlPlace group) =>
        new(group.RequiredAttribute("group_id"), group.Text("title") ?? "", group.Text("description"));

    public static Denominator Analysed(XmlPlace analysed) => new(
        analysed.Text("units") ?? "",
        analysed.Each("count_list", "count", count => new GroupCount(count.RequiredAttribute("group_id"), Figure.Of(count.Attribute("value")))));

    public static MeasureTable Read(XmlPlace measure) => new(
        measure.Text("param"),
        measure.Text("dispersion"),
        measure.Text("units"),
        measure.Each("analyzed_list", "analyzed", Analysed),
        measure.Each("class_list", "class", Class));

    private static MeasureClass Class(XmlPlace row) => new(
        row.Text("title"),
        row.Each("analyzed_list", "analyzed", Analysed),
        row.Each("category_list", "category", Category));

    private static MeasureCategory Category(XmlPlace category) =>
        new(category.Text("title"), category.Each("measurement_list", "measurement", Value));

    private static Measurement Value(XmlPlace value) => new(
        value.RequiredAttribute("group_id"),
        Figure.Of(value.Attribute("value")),
        Figure.Of(value.Attribute("spread")),
        Figure.Of(value.Attribute("lower_limit")),
        Figure.Of(value.Attribute("upper_limit")),
        value.Content);
}
