using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;

namespace RegenTrack.Interop.Server.Search;

/// <summary>The parameters of a search, from the address and from a form.</summary>
internal static class SearchInput
{
    private const int Most = 100;

    public static async Task<(IReadOnlyList<KeyValuePair<string, string>>? Asked, FhirReply? Refusal)> Read(HttpContext http)
    {
        var pairs = Pairs(http.Request.Query).ToList();
        if (HttpMethods.IsPost(http.Request.Method))
        {
            if (!UrlEncodedForm.IsSent(http.Request))
                return (null, FhirReply.Failed(415, Issue.Error(
                    "not-supported", "unsupported-media-type", "_search의 본문은 application/x-www-form-urlencoded여야 합니다.", "The body of _search must be application/x-www-form-urlencoded.")));
            if (await UrlEncodedForm.Read(http.Request, http.RequestAborted) is not { } form)
                return (null, FhirReply.Failed(400, Issue.Error("structure", "form-unreadable", "양식(form)을 읽을 수 없거나 항목이 너무 많습니다.", "The form cannot be read, or has too many fields.")));
            pairs.AddRange(Pairs(form));
            if (pairs.Any(pair => ResidentRegistrationNumber.AppearsIn(pair.Key) || ResidentRegistrationNumber.AppearsIn(pair.Value)))
                return (null, FhirReply.Failed(400, Screens.ResidentNumberIssue(KoreanTime.DayOf(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()))));
        }

        return pairs.Count <= Most ? (pairs, null) : (null, FhirReply.Failed(400, Issue.Error(
            "too-costly", "search-too-many-parameters", $"검색 매개변수는 {Most}개까지입니다.", $"A search has at most {Most} parameters.")));
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> source) =>
        source.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));
}
