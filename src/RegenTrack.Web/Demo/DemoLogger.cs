using System.Globalization;
using System.Text;

namespace RegenTrack.Web.Demo;

/// <summary>Synthetic logger files of a frozen shipment, the same for the same transport: about -185 °C, with or without a warm hour.</summary>
public static class DemoLogger
{
    private const int IntervalMinutes = 10;

    /// <summary>Text of a Berlinger Q-tag as that device exports it, without its signature; clock in UTC.</summary>
    /// <param name="warmPeak">Highest temperature of an hour in the middle, °C; null: no excursion.</param>
    public static string Berlinger(DateTimeOffset dispatched, DateTimeOffset arrived, decimal? warmPeak)
    {
        var readings = Readings(dispatched, arrived, warmPeak).ToList();
        var text = new StringBuilder();
        foreach (var line in (string[])["Device: Q-tag CLm doc LR", "Vers: 1.9", "Conf:", " Serial: SYNTHETIC01", " Zone: 0.00", " Temp unit: C", $" Logging Interval: {IntervalMinutes}", " Alarm:", "  2:", "   Type: 4, T AL: -150.0, t AL: 30"])
            text.Append(line).Append("\r\n");
        text.Append("Res:\r\n")
            .Append(CultureInfo.InvariantCulture, $" TS Start: {readings[0].At:yyyy-MM-dd HH:mm}\r\n TS Stop: {readings[^1].At:yyyy-MM-dd HH:mm}\r\n")
            .Append(CultureInfo.InvariantCulture, $" Min T: {readings.Min(reading => reading.Celsius):0.0}\r\n Max T: {readings.Max(reading => reading.Celsius):0.0}\r\n")
            .Append("Data:\r\n\tyyyy-MM-dd hh:mm\tT\tOut of limits\r\n");
        foreach (var (at, celsius) in readings)
            text.Append(CultureInfo.InvariantCulture, $"\t{at:yyyy-MM-dd HH:mm}\t{celsius:0.0}\t{(celsius > -150 ? "x" : "")}\r\n");
        return text.ToString();
    }

    /// <summary>The same as an Elitech RC-5+ List sheet in CSV; clock in Korean time.</summary>
    public static string Elitech(DateTimeOffset dispatched, DateTimeOffset arrived, decimal? warmPeak)
    {
        var readings = Readings(dispatched, arrived, warmPeak).Select(reading => (At: reading.At.AddHours(9), reading.Celsius)).ToList();
        var text = new StringBuilder("Data Report,,,,\n,,,,\nDevice Information,,,,\nDevice Model,RC-5+,,Sensor Type,Temperature(External)\nSerial Number,SYNTHETIC02,,Firmware Version,\"V4,8\"\n")
            .Append(CultureInfo.InvariantCulture, $"Config. info,,,,\nStart Mode,Press Button,,Logging Interval,0:{IntervalMinutes}:0\nTime Zone,UTC +09:00,,Stop Mode,Button\nSummary,,,,\n")
            .Append(CultureInfo.InvariantCulture, $"Maximum,{readings.Max(reading => reading.Celsius):0.0}°C,,First Reading,{readings[0].At:yyyy-MM-dd HH:mm:ss}\nMinimum,{readings.Min(reading => reading.Celsius):0.0}°C,,Last Reading,{readings[^1].At:yyyy-MM-dd HH:mm:ss}\n")
            .Append(CultureInfo.InvariantCulture, $"Current Readings,{readings.Count},,,\nNo.,Time,Temperature°C,,\n");
        for (var index = 0; index < readings.Count; index++)
            text.Append(CultureInfo.InvariantCulture, $"{index + 1},{readings[index].At:yyyy-MM-dd HH:mm:ss},{readings[index].Celsius:0.0},,\n");
        return text.ToString();
    }

    private static IEnumerable<(DateTime At, decimal Celsius)> Readings(DateTimeOffset dispatched, DateTimeOffset arrived, decimal? warmPeak)
    {
        var from = dispatched.ToUniversalTime().AddMinutes(-2 * IntervalMinutes);
        from = new DateTimeOffset(from.Year, from.Month, from.Day, from.Hour, from.Minute, 0, TimeSpan.Zero);
        var middle = dispatched + (arrived - dispatched) / 2;
        for (var at = from; at <= arrived.AddMinutes(2 * IntervalMinutes); at = at.AddMinutes(IntervalMinutes))
        {
            var hour = (at - from).TotalHours;
            var calm = -186m + Math.Round((decimal)(2 * Math.Sin(hour / 3) + 0.6 * Math.Sin(hour * 7)), 1);
            var away = Math.Abs((at - middle).TotalMinutes);
            yield return (at.UtcDateTime, warmPeak is { } peak && away <= 45 ? calm + Math.Round((peak - calm) * (decimal)(1 - Math.Pow(away / 45, 2)), 1) : calm);
        }
    }
}
