using System.Text;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Temperature;

namespace RegenTrack.Tests.Cells;

/// <summary>A damaged file of each kind is read or refused in words, and what is read can be judged, drawn and passed on.</summary>
public sealed class DamagedLoggerFileTests
{
    private const int Seed = 20261123;
    private const string QTag = "berlinger/RCPJ00010_02_202211090128.txt";
    private const string FridgeTag = "berlinger/130400191542_202302140605.txt";
    private const string Elitech = "elitech/EFI234105840_Exp_Fit-List.csv";
    private const string Hobo = "onset-hobo/10755220.csv";
    private const string Rotronic = "short/Rotronic_1.csv";
    private const string Tinytag = "short/TinyTag_1.csv";
    private const string TandD = "short/TandD_1.csv";

    private static readonly TransportSpecification Specification = new("P", 1, [new(true, 8, 30, 60, ExcursionOutcome.Major), new(false, 2, 30, 60, ExcursionOutcome.Major)], 15);

    [Theory]
    [InlineData(QTag)]
    [InlineData(FridgeTag)]
    [InlineData(Elitech)]
    [InlineData(Hobo)]
    [InlineData("short/Meaco_1.csv")]
    [InlineData(Rotronic)]
    [InlineData(TandD)]
    [InlineData(Tinytag)]
    public void a_damaged_file_is_read_or_refused_in_words(string file)
    {
        var whole = SharedData.Bytes("loggers/" + file)[..^1];
        whole = whole[..Math.Min(whole.Length, 3_000)];
        var random = new Random(Seed);
        for (var round = 0; round < 600; round++)
        {
            var (from, length) = (random.Next(whole.Length), random.Next(1, 40));
            byte[] damaged = (round % 4) switch
            {
                0 => whole[..from],
                1 => [.. whole[..from], .. whole[Math.Min(from + length, whole.Length)..]],
                2 => [.. whole[..from], .. Enumerable.Repeat((byte)"9,:;-\n\"\t"[random.Next(8)], length), .. whole[from..]],
                _ => [.. whole[..from], .. Enumerable.Repeat((byte)'9', length), .. whole[Math.Min(from + length, whole.Length)..]],
            };
            var read = LoggerFile.Read(damaged);
            Assert.True(read.Log is null ^ read.Refusal is null, $"seed {Seed}, round {round}");
            if (read.Log is { } log)
                Use(log);
        }
    }

    [Theory]
    [InlineData(QTag, "Logging Interval: 10", "Logging Interval: 12000000000", 10)]
    [InlineData(QTag, "Logging Interval: 10", "Logging Interval: 99999999999999999999", 10)]
    [InlineData(QTag, "Logging Interval: 10", "Logging Interval: -10", 10)]
    [InlineData(QTag, "Logging Interval: 10", "Logging Interval: 14400", 10)]
    [InlineData(QTag, "t AL: 30", "t AL: 99999999999999999999", 10)]
    [InlineData(QTag, "t A: 219", "t A: 99999999999999999999", 10)]
    [InlineData(QTag, "Min T: 0.9", "Min T: -79228162514264337593543950335", 10)]
    [InlineData(QTag, "MKT Energy: 83.0", "MKT Energy: 0", 10)]
    [InlineData(FridgeTag, "t Acc: 1440", "t Acc: 99999999999999999999", null)]
    public void a_number_that_no_device_has_is_not_taken_from_the_file(string file, string number, string odd, int? minutes)
    {
        var log = LoggerFile.Read(Changed(file, number, odd)).Log!;

        Assert.Equal(minutes, (int?)log.Interval?.TotalMinutes);
        Use(log);
    }

    [Theory]
    [InlineData("0:0:10", "10")]
    [InlineData("0:0:10", "9.0:0:10")]
    [InlineData("0:0:10", "0:0:0")]
    [InlineData("0:0:10", "-0:0:10")]
    public void an_elitech_interval_is_hours_minutes_and_seconds_or_what_the_readings_say(string stated, string odd) =>
        Assert.Equal(TimeSpan.FromSeconds(10), LoggerFile.Read(Changed(Elitech, stated, odd)).Log!.Interval);

    [Theory]
    [InlineData(Elitech, "No.,Time,Temperature°C,,", "No.,Time", "logger-header-missing")]
    [InlineData(Hobo, "\"Date Time, GMT+00:00\"", "\"the Date Time, GMT+00:00\"", "logger-header-missing")]
    [InlineData(Rotronic, "[#H]", "[#J]", "logger-header-missing")]
    [InlineData(Rotronic, "[#D],,,", " [#D],,,", "logger-header-missing")]
    [InlineData(Rotronic, "Date,Time,Humidity,Temperature", "Temperature", "logger-line-unreadable")]
    [InlineData(Tinytag, "Property,,Temperature,Humidity", "Property,,,,,,,,Temperature", "logger-line-unreadable")]
    [InlineData(QTag, "2022-11-08 04:49\t", "0001-01-01 04:49\t", "logger-time-implausible")]
    [InlineData(TandD, "\"2021-08-21 10:21:00\"", "\"9999-12-31 23:59:59\"", "logger-time-implausible")]
    [InlineData(TandD, "\"22.7\"", "\"22700\"", "logger-line-unreadable")]
    [InlineData(TandD, "\"22.7\"", "\"227\"", "logger-reading-implausible")]
    public void a_file_that_lacks_a_place_or_says_what_cannot_be_is_refused_by_name(string file, string text, string odd, string code) =>
        Assert.Equal(code, LoggerFile.Read(Changed(file, text, odd)).Refusal?.Code);

    private static byte[] Changed(string file, string text, string odd)
    {
        var whole = Encoding.UTF8.GetString(SharedData.Bytes("loggers/" + file)).Replace("\uFFFDC", "°C", StringComparison.Ordinal);
        Assert.Contains(text, whole, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(whole.Replace(text, odd, StringComparison.Ordinal));
    }

    private static void Use(TemperatureLog log)
    {
        var window = new TransportWindow(new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.NotNull(JudgeTemperature.By(Specification, log, log.UtcOffset ?? TimeSpan.FromHours(-14), window));
        Assert.NotNull(JudgeTemperature.By(Specification, log, log.UtcOffset ?? TimeSpan.FromHours(14), window));
        Assert.NotNull(TemperatureSegment.Of(log, log.UtcOffset ?? TimeSpan.Zero));
        Assert.True(MeanKineticTemperature.Of(log) is not { } kinetic || double.IsFinite(kinetic));
    }
}
