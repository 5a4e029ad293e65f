using System.Globalization;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Law;

/// <summary>Reads a holiday file: lines of <c>day,korean,english,effective-from</c>; blank lines and lines starting with # are skipped.</summary>
public static class HolidayFile
{
    /// <summary>The table, or every line that could not be read with its number.</summary>
    public static (HolidayTable? Table, IReadOnlyList<Refusal> Refusals) Parse(string text)
    {
        var holidays = new List<Holiday>();
        var refusals = new List<Refusal>();
        string[] lines = text.Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index].Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;

            if (Row(line.Split(',')) is { } holiday)
                holidays.Add(holiday);
            else
                refusals.Add(Unreadable(index + 1));
        }

        return refusals.Count > 0 ? (null, refusals) : (new HolidayTable(holidays), []);
    }

    private static Holiday? Row(string[] cells)
    {
        if (cells.Length != 4 || Day(cells[0]) is not { } day || cells[1].Length == 0 || cells[2].Length == 0)
            return null;

        DateOnly? from = Day(cells[3]);
        return from is null && cells[3].Length > 0 ? null : new Holiday(day, cells[1], cells[2], from);
    }

    private static DateOnly? Day(string cell) =>
        DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static Refusal Unreadable(int line) => new(
        "holiday-line-unreadable",
        $"공휴일 파일 {line}행을 읽을 수 없습니다. '날짜,한글이름,영문이름,시행일' 형식이어야 합니다.",
        $"Line {line} of the holiday file cannot be read. It must be 'day,korean,english,effective-from'.");
}
