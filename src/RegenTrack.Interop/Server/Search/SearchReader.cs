using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using Parameter = RegenTrack.Fhir.Search.SearchParameter;

namespace RegenTrack.Interop.Server.Search;

/// <summary>Reads the parameters of a search. What is not known is refused, so that a misspelt filter cannot widen a search; whoever prefers it gets it left out and is told.</summary>
internal sealed class SearchReader(string type, SearchSetting setting)
{
    private readonly List<Criterion> criteria = [];
    private readonly List<KeyValuePair<string, string>> honoured = [];
    private readonly List<Issue> unknown = [];
    private readonly List<Issue> problems = [];

    /// <summary>The plan, or what is wrong.</summary>
    /// <param name="isLenient">Whether unknown parameters and modifiers are left out.</param>
    public (SearchPlan? Plan, IReadOnlyList<Issue> Problems) Read(IEnumerable<KeyValuePair<string, string>> asked, bool isLenient)
    {
        var controls = new SearchControls(type, setting);
        foreach (var (name, value) in asked)
        {
            var before = problems.Count + unknown.Count;
            if (name.Contains('\0', StringComparison.Ordinal) || value.Contains('\0', StringComparison.Ordinal))
                problems.Add(SearchIssues.Nul);
            else if (controls.Take(name, value) is { } told)
                problems.AddRange(told);
            else if (Criterion(name, value) is { } criterion)
                criteria.Add(criterion);
            if (problems.Count + unknown.Count == before && name != SearchBundle.Cursor)
                honoured.Add(new(name, value));
        }

        if (problems.Count > 0 || (unknown.Count > 0 && !isLenient))
            return (null, [.. problems, .. unknown]);
        return (controls.Plan with { Criteria = criteria, Honoured = honoured, Warnings = [.. unknown.Select(issue => issue with { Severity = Severity.Warning })] }, []);
    }

    private Criterion? Criterion(string name, string value)
    {
        if (name.StartsWith("_has:", StringComparison.Ordinal))
            return Having(name, value);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
            return Chain(name, name[..dot], name[(dot + 1)..], value);
        return Condition(type, name, name, value) is { } condition ? new Criterion.Own(condition) : null;
    }

    private Criterion.Having? Having(string name, string value)
    {
        if (name.Split(':', 4) is not [_, var source, var reference, var asked] || asked.Contains("_has:", StringComparison.Ordinal) || asked.Contains('.', StringComparison.Ordinal))
            return Unknown<Criterion.Having>(SearchIssues.Chain(name));
        if (!setting.IsStored(source) || !SearchNames.References(source).Contains(reference))
            return Unknown<Criterion.Having>(SearchIssues.Parameter(name, type));
        return Condition(source, asked, name, value) is { } condition ? new Criterion.Having(source, reference, condition) : null;
    }

    private Criterion.Chain? Chain(string name, string link, string asked, string value)
    {
        if (asked.Contains('.', StringComparison.Ordinal))
            return Unknown<Criterion.Chain>(SearchIssues.Chain(name));
        var (code, stated) = link.Split(':', 2) is [var before, var after] ? (before, after) : (link, null);
        if (!SearchNames.References(type).Contains(code))
            return Unknown<Criterion.Chain>(SearchIssues.Parameter(name, type));
        var targets = Searchable.By(type)[code].Targets.Where(target => setting.IsStored(target) && (stated ?? target) == target).ToList();
        if (targets is not [var target])
            return Unknown<Criterion.Chain>(SearchIssues.Target(name, code, targets));
        return Condition(target, asked, name, value) is { } condition ? new Criterion.Chain(code, target, condition) : null;
    }

    private ResourceCondition? Condition(string of, string asked, string name, string value)
    {
        var (code, modifier) = asked.Split(':', 2) is [var before, var after] ? (before, after) : (asked, null);
        if (!Searchable.By(of).TryGetValue(code, out var parameter))
            return Unknown<ResourceCondition>(SearchIssues.Parameter(name, of));
        if (modifier is not null && !IsModifier(parameter, modifier))
            return Unknown<ResourceCondition>(SearchIssues.Modifier(name, parameter));
        var (condition, problem) = value.Length == 0
            ? (null, SearchIssues.Empty(name))
            : TermCondition.Of(new Term(of, parameter, modifier, SearchNames.Shown(name), Escaped.Split(value, ','), setting));
        if (problem is not null)
            problems.Add(problem);
        return condition;
    }

    private static bool IsModifier(Parameter parameter, string modifier) =>
        TermCondition.Modifiers(parameter).Contains(modifier) || (parameter.Type == Fhir.Search.SearchType.Reference && parameter.Targets.Contains(modifier));

    private T? Unknown<T>(Issue issue)
        where T : class
    {
        unknown.Add(issue);
        return null;
    }
}
