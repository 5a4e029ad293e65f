using System.Globalization;
using Microsoft.AspNetCore.Http;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server;

/// <summary>Query parameters: what is not known is refused, never ignored, so that a misspelt filter cannot widen a search.</summary>
internal static class QueryRules
{
    private const int DefaultCount = 50;
    private const int LargestCount = 200;
    private static readonly string[] Anywhere = ["_format", "_pretty"];
    private static readonly string[] InSearches = [.. Anywhere, "_count", SearchBundle.Cursor];

    /// <summary>Whether the caller would rather have what is not known left out than refused.</summary>
    public static bool IsLenient(HttpRequest request) => request.Headers["Prefer"].Any(one => one?.Contains("handling=lenient", StringComparison.Ordinal) == true);

    public static FhirReply? Unknown(IQueryCollection query, IReadOnlyList<string>? more = null) => UnknownTo(query, [.. Anywhere, .. more ?? []]);

    public static (FhirSearch? Search, FhirReply? Refusal) Search(IQueryCollection query, ISearchDoor door)
    {
        if (UnknownTo(query, [.. InSearches, .. door.Parameters.Select(parameter => parameter.Name)]) is { } unknown)
            return (null, unknown);
        if (query.FirstOrDefault(one => one.Value.Any(string.IsNullOrEmpty) || (one.Value.Count > 1 && !IsDate(one.Key, door))) is { Key: { } odd })
            return (null, Refused("query-parameter-value", $"매개변수 '{odd}'에는 값을 하나만 쓰십시오.", $"Give parameter '{odd}' exactly one value."));
        if (query.Any(one => one.Value.Any(value => value!.Contains('\0', StringComparison.Ordinal))))
            return (null, FhirReply.Failed(400, SearchIssues.Nul));
        var count = DefaultCount;
        if (query["_count"] is [{ } wanted] && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > LargestCount))
            return (null, Refused("query-parameter-value", $"_count는 1부터 {LargestCount}까지입니다.", $"_count is a number from 1 to {LargestCount}."));

        var values = query.Where(one => !InSearches.Contains(one.Key)).SelectMany(one => one.Value.Select(value => (one.Key, Value: value!))).ToLookup(one => one.Key, one => one.Value, StringComparer.Ordinal);
        return (new FhirSearch(values, count, query[SearchBundle.Cursor].FirstOrDefault()), null);
    }

    // A period has two ends.
    private static bool IsDate(string name, ISearchDoor door) => door.Parameters.Any(parameter => parameter.Name == name && parameter.Type == "date");

    private static FhirReply? UnknownTo(IQueryCollection query, IReadOnlyCollection<string> known) =>
        query.Keys.All(known.Contains) ? null : Refused(
            "unknown-query-parameter",
            $"알 수 없는 질의 매개변수가 있습니다. 쓸 수 있는 것: {string.Join(", ", known)}",
            $"There is an unknown query parameter. Known are: {string.Join(", ", known)}");

    private static FhirReply Refused(string code, string korean, string english) => FhirReply.Failed(400, Issue.Error("invalid", code, korean, english));
}
