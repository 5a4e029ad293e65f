using RegenTrack.Fhir;
using Parameter = RegenTrack.Fhir.Search.SearchParameter;

namespace RegenTrack.Interop.Server.Search;

/// <summary>What can be wrong with a search.</summary>
internal static class SearchIssues
{
    /// <summary>No text of a resource holds that character, and the database takes none.</summary>
    public static Issue Nul => Issue.Error("value", "query-parameter-value", "매개변수에 쓸 수 없는 문자(NUL)가 있습니다.", "A parameter holds a character (NUL) that cannot be used.");

    public static Issue Parameter(string name, string type)
    {
        var known = string.Join(", ", Searchable.By(type).Keys.Order(StringComparer.Ordinal).Concat(SearchNames.Controls));
        return Of(
            "unknown-query-parameter", name,
            $"{type} 검색에 '{Shown(name)}' 매개변수는 없습니다. 쓸 수 있는 것: {known}. 참조 매개변수는 'subject:Patient.identifier'처럼 한 단계 이을 수 있습니다.",
            $"A search of {type} has no parameter '{Shown(name)}'. Known are: {known}. Reference parameters may be chained one level, as in 'subject:Patient.identifier'.");
    }

    public static Issue Modifier(string name, Parameter parameter)
    {
        var known = string.Join(", ", TermCondition.Modifiers(parameter).Concat(parameter.Targets.Length <= 10 ? parameter.Targets : []));
        return Of(
            "unknown-search-modifier", name,
            $"'{Shown(name)}'의 수식어를 쓸 수 없습니다. 쓸 수 있는 것: {known}",
            $"The modifier of '{Shown(name)}' cannot be used. Known are: {known}");
    }

    public static Issue Chain(string name) => Of(
        "search-chain-too-deep", name,
        $"'{Shown(name)}': 이은 매개변수와 _has는 한 단계만 쓸 수 있습니다. 예: subject:Patient.identifier, _has:Observation:subject:code",
        $"'{Shown(name)}': chains and _has go one level only. Examples: subject:Patient.identifier, _has:Observation:subject:code");

    public static Issue Target(string name, string parameter, IReadOnlyList<string> targets) => Of(
        "search-chain-target", name,
        $"'{Shown(name)}': 참조 대상의 자원 종류를 하나로 밝히십시오. 가능한 것: {string.Join(", ", targets.Select(target => $"{parameter}:{target}"))}",
        $"'{Shown(name)}': say which resource type the reference is to. Possible are: {string.Join(", ", targets.Select(target => $"{parameter}:{target}"))}");

    public static Issue Empty(string name) => Of("search-value", name, $"매개변수 '{Shown(name)}'의 값이 비어 있습니다.", $"Parameter '{Shown(name)}' has no value.");

    public static Issue Value(string name, string wanted) => Of(
        "query-parameter-value", name,
        $"매개변수 '{Shown(name)}'의 값이 맞지 않습니다. 쓸 수 있는 것: {wanted}",
        $"The value of parameter '{Shown(name)}' does not fit. Possible are: {wanted}");

    public static Issue Cursor { get; } = Of(
        "search-cursor", SearchBundle.Cursor,
        "다음 쪽 주소가 이 검색의 것이 아니거나 바뀌었습니다. 첫 쪽부터 다시 검색하십시오.",
        "The address of the next page is not of this search, or it was changed. Search again from the first page.");

    public static Issue TooMany { get; } = Issue.Error(
        "too-costly", "search-too-many-linked",
        $"이은 조건(_has 포함)에 맞는 자원이 {Linking.Most}건을 넘습니다. 조건을 좁히십시오.",
        $"More than {Linking.Most} resources fit a chained condition or _has. Narrow it.");

    public static Issue Cut { get; } = new(
        Severity.Warning, "incomplete", "search-include-cut",
        $"함께 담을 자원이 많아 {SearchRun.MostIncluded}건만 담았습니다. _count를 줄여 나누어 받으십시오.",
        $"Only {SearchRun.MostIncluded} of the included resources are in this answer. Ask for smaller pages with _count.");

    private static Issue Of(string code, string name, string korean, string english) => Issue.Error("invalid", code, korean, english, $"http.{Shown(name)}");

    private static string Shown(string name) => SearchNames.Shown(name);
}
