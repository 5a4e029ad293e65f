using System.Text.RegularExpressions;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>A search that narrows a type of an export, by parameters of the resource itself: it is asked of each resource as it was, with a search's answer.</summary>
/// <param name="Text">As in <c>Task?status=requested</c>, with names and values encoded.</param>
/// <param name="Conditions">All must hold; null when it cannot be understood, so that nothing fits.</param>
internal sealed partial record TypeFilter(string Type, string Text, IReadOnlyList<ResourceCondition>? Conditions)
{
    /// <summary>Of the parameter.</summary>
    public const string Name = "_typeFilter";

    /// <summary>The searches in a value of <c>_typeFilter</c>: a comma ends one only where another begins, as commas stand in values too.</summary>
    public static IEnumerable<string> In(string value) => Between().Split(value);

    /// <summary>One that was understood when it was asked for.</summary>
    public static TypeFilter Kept(string text, SearchSetting setting)
    {
        // What is left of a search whose parameters were all left out asks for everything.
        var type = text.Split('?')[0];
        return text.EndsWith('?') ? new(type, text, []) : Read(text, [type], setting) is (var filter, [], []) ? filter : new(type, text, null);
    }

    /// <summary>A search as it was asked, without what cannot be asked of a resource as it was.</summary>
    /// <param name="types">Those that are exported and can be searched.</param>
    /// <returns>The filter, without conditions when it is of no such type; what is left out of it; what is wrong with it.</returns>
    public static (TypeFilter Filter, IReadOnlyList<Issue> Unknown, IReadOnlyList<Issue> Wrong) Read(string text, IReadOnlyList<string> types, SearchSetting setting)
    {
        var (type, query) = text.Split('?', 2) is [var before, var after] ? (before, after) : (text, "");
        if (!types.Contains(type))
            return (new TypeFilter(type, text, null), [OfAnother(types)], []);
        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair).ToList();
        if (pairs.Exists(pair => ResidentRegistrationNumber.AppearsIn(pair.Key) || ResidentRegistrationNumber.AppearsIn(pair.Value)))
            return (new TypeFilter(type, "", null), [], [Screens.ResidentNumberIssue(KoreanTime.DayOf(setting.Now))]);
        var (conditions, kept, unknown, wrong) = (new List<ResourceCondition>(), new List<string>(), new List<Issue>(), new List<Issue>());
        foreach (var pair in pairs)
        {
            var (plan, problems) = new SearchReader(type, setting).Read([pair], isLenient: true);
            if (plan is { Criteria: [Criterion.Own(var condition)] })
            {
                conditions.Add(condition);
                kept.Add($"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
            }
            else if (plan is null && !IsOfTheAnswer(pair.Key))
            {
                wrong.AddRange(problems);
            }
            else
            {
                unknown.AddRange(plan is { Warnings: { Count: > 0 } left } ? left : [NotOfItself(pair.Key)]);
            }
        }

        if (pairs.Count == 0)
            wrong.Add(ExportParameters.Unfit(Name, "Task?status=requested"));
        return (new TypeFilter(type, $"{type}?{string.Join('&', kept)}", conditions), unknown, wrong);
    }

    private static bool IsOfTheAnswer(string name) => SearchNames.Controls.Contains(name.Split(':')[0]) || name == SearchBundle.Cursor;

    // A plus that has come so far was meant: it stands in the zone of an instant.
    private static KeyValuePair<string, string> Pair(string pair) =>
        pair.Split('=', 2) is [var name, var value] ? new(Uri.UnescapeDataString(name), Uri.UnescapeDataString(value)) : new(Uri.UnescapeDataString(pair), "");

    private static Issue OfAnother(IReadOnlyList<string> types) => Issue.Error(
        "not-supported", "export-filter-type",
        $"조건은 내보내는 종류에 대한 것이어야 합니다. 예: Task?status=requested. 쓸 수 있는 종류: {string.Join(", ", types)}",
        $"A filter is about a type that is exported, as in Task?status=requested. Possible are: {string.Join(", ", types)}");

    private static Issue NotOfItself(string name) => Issue.Error(
        "not-supported", "export-filter-parameter",
        $"'{SearchNames.Shown(name)}': 내보내기의 조건에는 그 자원 자체의 검색 매개변수만 쓸 수 있습니다(이은 매개변수, _has, 정렬·쪽·답의 모양 제외).",
        $"'{SearchNames.Shown(name)}': filters of an export have search parameters of the resource itself only: no chains, no _has, nothing about the answer.");

    [GeneratedRegex(@"(?<!\\),(?=[A-Z][A-Za-z]*\?)", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
