using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Interop.Server.Provenances;

/// <summary>The header <c>X-Provenance</c>: what the sender of a write says itself of where it comes from. It is kept as sent, beside the events, which nobody can erase: without people's names.</summary>
internal static class ProvenanceHeader
{
    public const string Name = "X-Provenance";
    private const int Longest = 8 * 1024;

    // The server knows the target once it is written; what is checked needs one.
    private const string AnyTarget = "\"target\":[{\"reference\":\"Basic/target\"}]";

    private static readonly FhirPathExpression Names = FhirPathExpression.Compile(
        "contained | text | agent.who.display | agent.onBehalfOf.display | entity.agent.who.display | entity.agent.onBehalfOf.display | signature.who.display | signature.onBehalfOf.display");

    /// <summary>The header as sent, nothing, or the reply that refuses it.</summary>
    public static (string? Statement, FhirReply? Refusal) Read(HttpContext http)
    {
        var values = http.Request.Headers[Name];
        if (values.Count == 0)
            return (null, null);
        if (values is not [{ Length: > 1 and <= Longest } text] || Completed(text.Trim(), out var hasTarget) is not { } complete)
            return (null, Refused("provenance-header-invalid", $"{Name} 헤더는 {Longest / 1024} KiB를 넘지 않는 Provenance(JSON) 하나여야 합니다.", $"Header {Name} is one Provenance in JSON of {Longest / 1024} KiB at most."));
        if (hasTarget)
            return (null, Refused("provenance-header-target", $"{Name} 헤더에는 target을 쓰지 않습니다. 서버가 채웁니다.", $"Header {Name} has no target: the server fills it in."));
        var today = KoreanTime.DayOf(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var document = FhirDocument.Parse(Encoding.UTF8.GetBytes(complete), screen: Screens.ResidentNumber(today));
        var issues = document.HasErrors ? document.Issues : http.RequestServices.GetRequiredService<Validator>().Validate(document);
        if (issues.Any(issue => issue.IsError))
            return (null, FhirReply.Failed(400, issues));
        return Names.Evaluate(PathItem.Of(document.Root)).Count == 0 ? (text.Trim(), null) : (null, Refused(
            "provenance-header-person",
            $"{Name} 헤더에는 사람의 이름이 들어갈 수 있는 요소(text, contained, display)를 쓰지 않습니다. 참조나 식별자로 나타내십시오.",
            $"Header {Name} has no element that may hold a person's name (text, contained, display). Say it by reference or identifier."));
    }

    /// <summary>The resource with what only the server can say, or null for what is no Provenance.</summary>
    private static string? Completed(string text, out bool hasTarget)
    {
        hasTarget = false;
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("resourceType"u8, out var type) || !type.ValueEquals(ProvenanceDoor.Name))
                return null;
            hasTarget = json.RootElement.TryGetProperty("target"u8, out _);
            var recorded = json.RootElement.TryGetProperty("recorded"u8, out _) ? "" : ",\"recorded\":\"2026-01-01T00:00:00Z\"";
            return $"{text[..^1]},{AnyTarget}{recorded}}}";
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static FhirReply Refused(string code, string korean, string english) => FhirReply.Failed(400, Issue.Error("invalid", code, korean, english, "http.X-Provenance"));
}
