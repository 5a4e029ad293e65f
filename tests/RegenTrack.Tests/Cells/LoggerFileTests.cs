using System.Text;
using RegenTrack.Domain.Cells.Temperature;

namespace RegenTrack.Tests.Cells;

public sealed class LoggerFileTests
{
    private static TemperatureLog Log(string file)
    {
        var read = LoggerFile.Read(SharedData.Bytes("loggers/" + file));
        Assert.Null(read.Refusal);
        return read.Log!;
    }

    [Fact]
    public void q_tag_readings_agree_with_the_summary_and_the_pdf_of_the_device()
    {
        var log = Log("berlinger/RCPJ00010_02_202211090128.txt");

        Assert.Equal("berlinger-text", log.Format);
        Assert.Equal("Q-tag CLm doc LR", log.Device);
        Assert.Equal("RCPJ00010", log.Serial);
        Assert.Equal(TimeSpan.FromMinutes(10), log.Interval);
        Assert.Equal(TimeSpan.Zero, log.UtcOffset);
        Assert.Equal(124, log.Readings.Count);
        Assert.Equal(new DateTime(2022, 11, 8, 4, 49, 0), log.Readings[0].At);
        Assert.Equal(log.Summary.Minimum, log.Readings.Min(reading => reading.Celsius));
        Assert.Equal(log.Summary.Maximum, log.Readings.Max(reading => reading.Celsius));
        Assert.Equal((0.9m, 24.3m), (log.Summary.Minimum, log.Summary.Maximum));
        // The device cuts to one decimal: it prints 5.4 and 10.5 for 5.461 and 10.584.
        Assert.Equal(log.Summary.Mean, Cut(log.Readings.Average(reading => reading.Celsius!.Value)));
        Assert.Equal(log.Summary.MeanKinetic, Cut((decimal)MeanKineticTemperature.Of(log)!.Value));
        Assert.Equal(10.584, MeanKineticTemperature.Of(log)!.Value, 0.0005);
    }

    [Fact]
    public void q_tag_alarms_carry_the_minutes_that_the_device_counted()
    {
        var log = Log("berlinger/RCPJ00010_02_202211090128.txt");

        Assert.Equal(
            [
                new AlarmLimit(LimitSide.Above, 8.0m, TimeSpan.FromMinutes(30), false, TimeSpan.FromMinutes(219)),
                new AlarmLimit(LimitSide.Above, 8.0m, TimeSpan.FromMinutes(60), true, TimeSpan.FromMinutes(219)),
                new AlarmLimit(LimitSide.Below, 2.0m, TimeSpan.FromMinutes(60), true, TimeSpan.FromMinutes(598)),
                new AlarmLimit(LimitSide.Below, 2.0m, TimeSpan.FromMinutes(30), false, TimeSpan.FromMinutes(145 + 32 + 31)),
            ],
            log.Alarms);
    }

    [Fact]
    public void an_elitech_list_agrees_with_the_vendors_summary()
    {
        var log = Log("elitech/EFI234105840_Exp_Fit-List.csv");

        Assert.Equal(("elitech-list", "Elitech RC-5+", "EFI234105840"), (log.Format, log.Device, log.Serial));
        Assert.Equal(TimeSpan.FromSeconds(10), log.Interval);
        Assert.Equal(TimeSpan.FromHours(2), log.UtcOffset);
        Assert.Equal(7660, log.Readings.Count);
        Assert.Equal((log.Summary.Start, log.Summary.Stop), (log.Readings[0].At, log.Readings[^1].At));
        Assert.Equal((-19.2m, 27.3m), (log.Readings.Min(reading => reading.Celsius), log.Readings.Max(reading => reading.Celsius)));
        Assert.Equal((log.Summary.Minimum, log.Summary.Maximum), (-19.2m, 27.3m));
        Assert.Equal(log.Summary.Mean, Cut(log.Readings.Average(reading => reading.Celsius!.Value)));
        Assert.Equal(log.Summary.MeanKinetic, Cut((decimal)MeanKineticTemperature.Of(log)!.Value));
        Assert.Equal(14.395, MeanKineticTemperature.Of(log)!.Value, 0.0005);
    }

    [Fact]
    public void an_ultra_low_fridge_tag_keeps_samples_sensor_failures_and_days()
    {
        var log = Log("berlinger/100800001215_202304201410.txt");

        Assert.Equal(("Q-tag Fridge-tag Ultra Low", "100800001215"), (log.Device, log.Serial));
        Assert.Equal(TimeSpan.FromMinutes(5), log.Interval);
        Assert.Equal([(LimitSide.Below, -90m), (LimitSide.Above, -60m)], log.Alarms.Select(alarm => (alarm.Side, alarm.Celsius)));
        Assert.Equal(3, log.Readings.TakeWhile(reading => reading.Celsius is null).Count());
        Assert.Equal(new Reading(new DateTime(2023, 4, 17, 16, 21, 0), -9.6m), log.Readings[3]);
        Assert.Equal(
            [
                new DaySummary(new(2023, 4, 17), -17.0m, 21.5m, -14.3m, 0, 474),
                new DaySummary(new(2023, 4, 18), -16.6m, -7.6m, -15.3m, 0, 1440),
                new DaySummary(new(2023, 4, 19), -16.8m, -12.1m, -15.7m, 0, 1440),
                new DaySummary(new(2023, 4, 20), -16.8m, -16.1m, -16.4m, 0, 834),
            ],
            log.Days);
    }

    [Fact]
    public void a_fridge_tag_2_holds_sixty_daily_summaries_and_no_samples()
    {
        var log = Log("berlinger/130400191542_202302140605.txt");

        Assert.Empty(log.Readings);
        Assert.Null(log.Interval);
        Assert.Equal(60, log.Days.Count);
        Assert.Equal(new DaySummary(new(2023, 2, 14), 18.0m, 18.8m, 18.5m, 0, 366), log.Days[^1]);
        Assert.Equal(new DaySummary(new(2023, 1, 16), 15.5m, 17.1m, 16.5m, 0, 1440), log.Days[^30]);
        Assert.Equal([(LimitSide.Below, -0.5m, 60.0), (LimitSide.Above, 8m, 600.0)], log.Alarms.Select(alarm => (alarm.Side, alarm.Celsius, alarm.Delay.TotalMinutes)));
    }

    [Theory]
    [InlineData("onset-hobo/10755220.csv", "hobo-csv", "10755220", 851, 6.661, 0)]
    [InlineData("short/TinyTag_1.csv", "tinytag-csv", "000000", 10, 20.873, null)]
    [InlineData("short/Rotronic_1.csv", "rotronic-csv", "A00000000", 10, 20, null)]
    [InlineData("short/TandD_1.csv", "tandd-csv", "", 10, 22.7, null)]
    [InlineData("short/Meaco_1.csv", "meaco-csv", "Archive 1", 10, 23.06, null)]
    public void the_smaller_tables_are_read(string file, string format, string serial, int readings, double first, int? offsetHours)
    {
        var log = Log(file);

        Assert.Equal((format, serial, readings), (log.Format, log.Serial, log.Readings.Count));
        Assert.Equal((decimal)first, log.Readings[0].Celsius);
        Assert.Equal(offsetHours, log.UtcOffset?.Hours);
    }

    [Theory]
    [InlineData("berlinger/RCPJ00010_02_202211090128.pdf", "PDF")]
    [InlineData("elitech/EFI234105840_Exp_Fit.xls", "Excel")]
    [InlineData("../isbt128/isbt128-strings.tsv", "a table of")]
    [InlineData("../ctgov/api-v2-json/NCT06171568.json", "JSON")]
    public void a_file_of_another_kind_is_refused_with_what_it_is_and_what_is_known(string file, string shape)
    {
        var refusal = LoggerFile.Read(SharedData.Bytes("loggers/" + file)).Refusal!;

        Assert.Equal("logger-format-unknown", refusal.Code);
        Assert.Contains(shape, refusal.Message.English, StringComparison.Ordinal);
        Assert.Contains("Berlinger Fridge-tag", refusal.Message.Korean, StringComparison.Ordinal);
        Assert.Equal("File", refusal.Field);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("ks_c_5601-1987")]
    public void the_same_log_is_read_in_every_encoding(string name)
    {
        var encoding = name == "ks_c_5601-1987" ? CodePagesEncodingProvider.Instance.GetEncoding(949)! : Encoding.GetEncoding(name);
        var text = SharedData.Text("loggers/elitech/EFI234105840_Exp_Fit-List.csv").Replace("°C", "℃", StringComparison.Ordinal).Replace("Temperature recording.", "동결세포 운송", StringComparison.Ordinal);
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes(text)];

        var log = LoggerFile.Read(bytes).Log!;

        Assert.Equal(7660, log.Readings.Count);
        Assert.Equal(27.3m, log.Summary.Maximum);
    }

    [Fact]
    public void a_file_cut_short_is_refused()
    {
        var bytes = SharedData.Bytes("loggers/elitech/EFI234105840_Exp_Fit-List.csv");
        var cut = Array.LastIndexOf(bytes, (byte)'\n', bytes.Length / 2) + 1;

        Assert.Equal("logger-file-truncated", LoggerFile.Read(bytes.AsSpan(0, cut)).Refusal!.Code);
    }

    [Fact]
    public void a_line_that_cannot_be_read_is_named()
    {
        var text = SharedData.Text("loggers/berlinger/RCPJ00010_02_202211090128.txt").Replace("2022-11-08 05:09\t2.1", "2022-11-08 05:09\ttwo", StringComparison.Ordinal);

        var refusal = LoggerFile.Read(Encoding.UTF8.GetBytes(text)).Refusal!;

        Assert.Equal("logger-line-unreadable", refusal.Code);
        Assert.Contains("line 74 ", refusal.Message.English, StringComparison.Ordinal);
    }

    private static decimal Cut(decimal value) => Math.Truncate(value * 10) / 10;
}
