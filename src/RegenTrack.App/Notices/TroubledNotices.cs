using Npgsql;

namespace RegenTrack.App.Notices;

/// <summary>A subscription whose endpoint does not take what is sent; for operators.</summary>
/// <param name="IsGivenUp">Whether it waits for the hospital; else it is tried again by itself.</param>
/// <param name="Waiting">Changes that the endpoint has not taken.</param>
public sealed record TroubledNotices(string Subscription, string Institution, string Client, string Topic, bool IsGivenUp, string Problem, int Attempts, long Waiting)
{
    private const string Query = """
        select s.subscription, s.institution, s.client, s.topic, s.state = 'Failing', coalesce(s.problem, d.problem, ''), d.attempts, d.events - d.sent
        from notice_subscription s join notice_delivery d on d.subscription = s.subscription
        where s.state = 'Failing' or (s.state in ('Requested', 'Active') and d.attempts > 0) order by 5 desc, 8 desc, 1 limit 200
        """;

    public static async Task<IReadOnlyList<TroubledNotices>> All(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var all = new List<TroubledNotices>();
        while (await reader.ReadAsync(cancellation))
            all.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetBoolean(4), reader.GetString(5), reader.GetInt32(6), reader.GetInt64(7)));
        return all;
    }
}
