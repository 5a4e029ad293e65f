using System.Text.Json;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Values;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Search;

/// <summary>Dates as spans of time.</summary>
public static class SearchDates
{
    /// <summary>The span that a date, dateTime or instant of any precision stands for, or null when it is none.</summary>
    /// <param name="zone">Of times and dates that state none.</param>
    public static (DateTimeOffset From, DateTimeOffset To)? Span(string text, TimeSpan zone)
    {
        if (!Moment.TryParse(text, SystemType.DateTime, out var moment))
            return null;
        var offset = moment.Offset is { } minutes ? TimeSpan.FromMinutes(minutes) : zone;
        return (At(moment.Start, offset), At(moment.End, offset));
    }

    internal static (DateTimeOffset From, DateTimeOffset To)? Span(JsonElement period, TimeSpan zone)
    {
        var (start, end) = (period.Text("start"), period.Text("end"));
        if (start is null && end is null)
            return null;
        var (first, last) = (start is null ? null : Span(start, zone), end is null ? null : Span(end, zone));
        return (first?.From ?? DateTimeOffset.MinValue, last?.To ?? DateTimeOffset.MaxValue);
    }

    /// <summary>Ends of the calendar stay there, whatever the zone.</summary>
    private static DateTimeOffset At(DateTime local, TimeSpan offset)
    {
        var ticks = local.Ticks - offset.Ticks;
        return ticks <= 0 ? DateTimeOffset.MinValue : ticks >= DateTime.MaxValue.Ticks ? DateTimeOffset.MaxValue : new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
