using System.Text.Json;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Server;

/// <summary>For doors: what is said to have happened must not lie in the future.</summary>
public static class FutureDates
{
    /// <summary>An issue when the date, dateTime or instant at a path begins after now; its place is <paramref name="expression"/>. A date is a day in Korea; a partial date begins with its first day.</summary>
    public static Issue? NotInFuture(this FhirCall call, JsonElement element, string expression, params ReadOnlySpan<string> path) =>
        element.Text(path) is { } text && Begins(text) is { } begins && begins > call.Now
            ? Issue.Error("business-rule", "date-in-future", "아직 오지 않은 날짜입니다.", "This date lies in the future.", expression)
            : null;

    private static DateTimeOffset? Begins(string text) => text.Length > 10
        ? DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var instant) ? instant : null
        : DateOnly.TryParseExact((text + "-01-01")[..10], "yyyy-MM-dd", out var day) ? KoreanTime.StartOf(day) : null;
}
