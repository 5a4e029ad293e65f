using System.Globalization;
using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Search;
using RegenTrack.Interop.Server.Provenances;

namespace RegenTrack.Interop.Server.Search;

/// <summary>The parameters that say how the answer is wanted.</summary>
internal sealed class SearchControls(string type, SearchSetting setting)
{
    public SearchPlan Plan { get; private set; } = new(type);

    /// <summary>Takes a parameter of the answer and says what is wrong with it; null when it is none of these.</summary>
    public IReadOnlyList<Issue>? Take(string name, string value)
    {
        var wanted = name switch
        {
            "_format" or "_pretty" => null,
            SearchBundle.Cursor => Set(Plan with { Cursor = value }),
            "_count" => Count(value),
            "_total" => Total(value),
            "_summary" => Summary(value),
            "_elements" => Elements(value),
            "_sort" => Sort(value),
            "_include" or "_include:iterate" or "_revinclude" or "_revinclude:iterate" => Include(name, value),
            _ => Unclaimed,
        };
        return ReferenceEquals(wanted, Unclaimed) ? null : wanted is null ? [] : [SearchIssues.Value(name, wanted)];
    }

    private static string Unclaimed { get; } = new('?', 1);

    private string? Set(SearchPlan plan)
    {
        Plan = plan;
        return null;
    }

    private string? Count(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? Set(Plan with { Count = Math.Min(count, SearchPlan.LargestCount), IsCountOnly = Plan.IsCountOnly || count == 0 })
            : $"0-{SearchPlan.LargestCount}";

    private string? Total(string value) => value switch
    {
        "none" => Set(Plan with { Total = TotalMode.None }),
        "estimate" => Set(Plan with { Total = TotalMode.Estimate }),
        "accurate" => Set(Plan with { Total = TotalMode.Accurate }),
        _ => "none, estimate, accurate",
    };

    private string? Summary(string value) => value switch
    {
        "false" => null,
        "count" => Set(Plan with { IsCountOnly = true }),
        "true" when Plan.Shown is null => Set(Plan with { Shown = Subset.Summary }),
        "text" when Plan.Shown is null => Set(Plan with { Shown = Subset.Text }),
        "data" when Plan.Shown is null => Set(Plan with { Shown = Subset.Data }),
        _ => "true, text, data, count, false",
    };

    private string? Elements(string value)
    {
        var names = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Plan.Shown is null && names.Length > 0 && names.All(name => Subset.HasElement(type, name))
            ? Set(Plan with { Shown = shown => Subset.Elements(shown, names) })
            : "identifier,status";
    }

    private string? Sort(string value)
    {
        var (descending, code) = value.StartsWith('-') ? (true, value[1..]) : (false, value);
        if (!SearchNames.Sorts(type).Contains(code))
            return string.Join(", ", SearchNames.Sorts(type).SelectMany(sort => new[] { sort, '-' + sort }));
        return Set(Plan with
        {
            Order = code switch
            {
                Searchable.Id => new ResourceOrder.ById(descending),
                Searchable.LastUpdated => new ResourceOrder.ByUpdate(descending),
                _ => new ResourceOrder.BySpan(descending, SearchHash.Of(type, code, Spelling.AnyUnit), SearchHash.Of(type, code, Spelling.Present)),
            },
        });
    }

    private string? Include(string name, string value)
    {
        var reverse = name == "_revinclude";
        var wanted = reverse ? "Observation:subject" : string.Join(", ", SearchNames.References(type).Select(code => $"{type}:{code}"));
        if (name.EndsWith(":iterate", StringComparison.Ordinal) || value.Split(':') is not ([_, _] or [_, _, _]) || value.Split(':') is not [var source, var code, .. var rest])
            return wanted;
        var target = rest is [var only] ? only : null;
        if (reverse && setting.HasProvenance && $"{source}:{code}" == ProvenanceDoor.Inclusion && (target ?? type) == type)
            return Set(Plan with { Inclusions = [.. Plan.Inclusions, new Inclusion(reverse, source, code, target)] });
        var fits = setting.IsStored(source) && Searchable.By(source).TryGetValue(code, out var parameter) && parameter.Type == SearchType.Reference
            && (target is null || parameter.Targets.Contains(target)) && (reverse ? (target ?? type) == type && parameter.Targets.Contains(type) : source == type);
        return fits ? Set(Plan with { Inclusions = [.. Plan.Inclusions, new Inclusion(reverse, source, code, target)] }) : wanted;
    }
}
