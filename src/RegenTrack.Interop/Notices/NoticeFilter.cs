using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using RegenTrack.App.Notices;
using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Notices;

/// <summary>A filter of a subscription: a search of the topic's resources, as in <c>Task?code=supplement-request</c>, by parameters of the resource itself.</summary>
internal static class NoticeFilter
{
    /// <summary>What is wrong with a filter; none when it can be asked.</summary>
    public static IReadOnlyList<Issue> Problems(string filter, NoticeTopic topic, SearchSetting setting, string place)
    {
        var (conditions, problems) = Read(filter, topic, setting);
        return conditions is not null ? [] : [.. problems.Select(problem => problem with { Expression = place })];
    }

    /// <summary>Whether a changed resource fits all filters. A filter that is no longer understood fits nothing.</summary>
    public static bool Fits(IReadOnlyList<string> filters, NoticeTopic topic, NoticedChange change, JsonElement resource, SearchSetting setting)
    {
        if (filters.Count == 0)
            return true;
        var index = ResourceIndexer.Index(resource);
        return filters.All(filter => Read(filter, topic, setting).Conditions?.All(condition => ConditionJudge.Holds(condition, change.Id, change.At, index)) == true);
    }

    private static (IReadOnlyList<ResourceCondition>? Conditions, IReadOnlyList<Issue> Problems) Read(string filter, NoticeTopic topic, SearchSetting setting)
    {
        var (type, query) = filter.Split('?', 2) is [var before, var after] ? (before, after) : (topic.Type, filter);
        if (type != topic.Type)
            return (null, [Refused("subscription-filter-type", $"이 주제의 필터는 {topic.Type}에 대한 것이어야 합니다.", $"Filters of this topic are about {topic.Type}.")]);
        var asked = QueryHelpers.ParseQuery(query).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))).ToList();
        var (plan, problems) = new SearchReader(type, setting).Read(asked, isLenient: false);
        if (plan is null)
            return (null, problems);
        var own = plan.Criteria.OfType<Criterion.Own>().Select(criterion => criterion.Condition).ToList();
        return own.Count > 0 && own.Count == asked.Count
            ? (own, [])
            : (null, [Refused("subscription-filter", "필터에는 그 자원 자체의 검색 매개변수만 쓸 수 있습니다(이은 매개변수, _has, 정렬·쪽 매개변수 제외).", "A filter has search parameters of the resource itself only: no chains, no _has, nothing about order or pages.")]);
    }

    private static Issue Refused(string code, string korean, string english) => Issue.Error("invalid", code, korean, english);
}
