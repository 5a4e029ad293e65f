namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Alarm limits of Berlinger devices with the minutes that the device counted.</summary>
internal static class BerlingerAlarms
{
    public static IReadOnlyList<AlarmLimit> Of(BerlingerNode settings, BerlingerNode? result)
    {
        var limits = new List<AlarmLimit>();
        foreach (var alarm in settings.Child("Alarm")?.Children ?? [])
        {
            // Fridge-tag: 0 is the lower limit, 1 the upper. Q-tag: 1, 2 single event; 3, 4 accumulated; odd below, even above; 0 off.
            var type = alarm.Child("Type") is null ? (alarm.Key == "0" ? "3" : "4") : alarm.Text("Type");
            if (type == "0" || LoggerText.Degrees(alarm.Text("T AL")) is not { } celsius) continue;
            var delay = LoggerText.Minutes(alarm.Text("t AL")) ?? TimeSpan.Zero;
            limits.Add(new(type is "2" or "4" ? LimitSide.Above : LimitSide.Below, celsius, delay, type is "3" or "4", Counted(result, alarm.Key)));
        }

        return limits;
    }

    private static TimeSpan? Counted(BerlingerNode? result, string number)
    {
        var events = result?.Child("Alarm")?.Child(number)?.Children.Where(child => child.Key == "t A").ToList();
        return events is null or [] ? null : LoggerText.Minutes(events.Sum(child => (decimal)(LoggerText.Minutes(child.Value) ?? TimeSpan.Zero).TotalMinutes));
    }
}
