using Npgsql;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Products.Published;

namespace RegenTrack.App.Applications;

/// <summary>One application in the worklist.</summary>
/// <param name="DaysLeft">Working days to the result, negative when overdue; of a stopped clock what it kept; null when no clock runs.</param>
/// <param name="AnswerDue">Last day for the applicant's supplement, while one is open.</param>
/// <param name="Answered">A supplement was answered.</param>
public sealed record WorklistRow(
    string Application, string ClockKey, Stage Stage, string Institution, string Title, RiskClass Risk, bool ByExemption, string? Trial, string? Receipt,
    DateOnly SubmittedOn, DateOnly? Due, int? DaysLeft, DateOnly? AnswerDue, bool Answered, string? Expert, string? Supplement, DateTimeOffset LastEventAt)
{
    public bool IsStopped => Stage == Stage.ReviewSupplement;

    internal static WorklistRow Read(NpgsqlDataReader row, DateOnly today, HolidayTable holidays)
    {
        DateOnly? due = Day(row, 10);
        return new WorklistRow(
            row.GetString(0), row.GetString(1), Enum.Parse<Stage>(row.GetString(2)), row.GetString(3), row.GetString(4), Enum.Parse<RiskClass>(row.GetString(5)),
            row.GetBoolean(6), Text(row, 7), Text(row, 8), row.GetFieldValue<DateOnly>(9), due, due is { } day ? Left(today, day, holidays) : row.IsDBNull(11) ? null : row.GetInt32(11),
            Day(row, 12), row.GetBoolean(13), Text(row, 14), Text(row, 15), row.GetFieldValue<DateTimeOffset>(16));
    }

    private static int Left(DateOnly today, DateOnly due, HolidayTable holidays) => today <= due
        ? LegalCalendar.WorkingDays(today.AddDays(1), due, holidays)
        : -LegalCalendar.WorkingDays(due.AddDays(1), today, holidays);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
