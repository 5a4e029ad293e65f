using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Web.Pages.Trials.Evidence;

/// <summary>What a forest plot of a package shows: comparisons by ratio, comparisons by difference, and values of single groups, each unit on an axis of its own.</summary>
public static class ForestPlan
{
    public static IReadOnlyList<ForestPanel> Of(EvidencePackage package)
    {
        List<(OutcomeMeasure Outcome, Analysis Analysis)> compared =
            [.. package.Outcomes.SelectMany(outcome => outcome.Analyses.Where(HasInterval).Select(analysis => (outcome, analysis)))];
        var panels = new List<ForestPanel>();
        ForestRow[] ratios = [.. compared.Where(pair => pair.Analysis.IsRatio).Select(pair => Compared(pair.Outcome, pair.Analysis))];
        if (ratios.Length > 0)
            panels.Add(Panel(new("군 간 비교: 비(로그 눈금)", "Comparisons: ratios (log scale)"), null, ratios, isLogarithmic: true, noEffect: 1));
        foreach (var unit in compared.Where(pair => !pair.Analysis.IsRatio).GroupBy(pair => UnitOf(pair.Outcome), StringComparer.OrdinalIgnoreCase))
            panels.Add(Panel(new("군 간 비교: 차이", "Comparisons: differences"), unit.Key, [.. unit.Select(pair => Compared(pair.Outcome, pair.Analysis))], isLogarithmic: false, noEffect: 0));
        foreach (var unit in package.Outcomes.Where(StatesIntervals).GroupBy(UnitOf, StringComparer.OrdinalIgnoreCase))
        {
            ForestRow[] rows = [.. unit.SelectMany(Measured)];
            if (rows.Length > 0)
                panels.Add(new ForestPanel(new("군별 값과 신뢰구간", "Values of groups with confidence intervals"), unit.Key, ForestAxis.Over([.. rows.SelectMany(row => row.Values), .. Anchors(unit.Key, rows)], isLogarithmic: false, noEffect: null), rows));
        }

        return panels;
    }

    private static ForestPanel Panel(Bilingual title, string? unit, IReadOnlyList<ForestRow> rows, bool isLogarithmic, double? noEffect) =>
        new(title, unit, ForestAxis.Over(rows.SelectMany(row => row.Values), isLogarithmic, noEffect), rows);

    // Plain values are read against their whole scale: from nothing, and for a percentage up to all.
    private static IEnumerable<decimal> Anchors(string unit, IReadOnlyList<ForestRow> rows)
    {
        if (rows.SelectMany(row => row.Values).Any(value => value < 0))
            yield break;
        yield return 0;
        if (unit.Contains("percent", StringComparison.OrdinalIgnoreCase))
            yield return 100;
    }

    private static bool HasInterval(Analysis analysis) =>
        analysis.Estimate?.Number is not null && (analysis.Lower?.Number is not null || analysis.Upper?.Number is not null);

    // A range or a standard deviation says how values scatter, not how sure the estimate is: only intervals are drawn.
    private static bool StatesIntervals(OutcomeMeasure outcome) =>
        outcome.Table?.Dispersion?.Contains("confidence", StringComparison.OrdinalIgnoreCase) ?? false;

    private static string UnitOf(OutcomeMeasure outcome) => TrialWords.Plain(outcome.Table?.Unit ?? "");

    private static ForestRow Compared(OutcomeMeasure outcome, Analysis analysis) => new(
        outcome.Role,
        outcome.Title,
        string.Join(" · ", new[] { analysis.Parameter, string.Join(" / ", analysis.Groups.Select(group => TitleOf(outcome, group))), analysis.Method }.Where(part => !string.IsNullOrEmpty(part)).Select(part => TrialWords.Plain(part!))),
        analysis.Estimate!,
        analysis.Lower,
        analysis.Upper,
        analysis.ConfidencePercent is { } percent ? $"{percent.Text}%" : null,
        analysis.P);

    private static IEnumerable<ForestRow> Measured(OutcomeMeasure outcome) =>
        from row in outcome.Table!.Classes
        from category in row.Categories
        from value in category.Measurements
        where value.Value?.Number is not null && (value.Lower?.Number is not null || value.Upper?.Number is not null)
        select new ForestRow(
            outcome.Role,
            outcome.Title,
            string.Join(" · ", new[] { row.Title, category.Title, TitleOf(outcome, value.Group) }.Where(part => !string.IsNullOrEmpty(part))),
            value.Value!,
            value.Lower,
            value.Upper,
            outcome.Table.Dispersion!.Split(' ')[0],
            null);

    private static string TitleOf(OutcomeMeasure outcome, string group) =>
        outcome.Groups.FirstOrDefault(known => known.Id == group)?.Title ?? group;
}
