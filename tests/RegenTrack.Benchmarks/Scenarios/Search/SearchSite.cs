using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Web.Database;

namespace RegenTrack.Benchmarks.Scenarios.Search;

/// <summary>A server beside a number of resources, asked as a hospital asks and by hand-written SQL.</summary>
internal sealed class SearchSite : IAsyncDisposable
{
    private const int Types = 6;

    private readonly SearchServer web;
    private readonly NpgsqlDataSource database;

    private SearchSite(SearchServer web, NpgsqlDataSource database, int patients) => (this.web, this.database, Patients) = (web, database, patients);

    public int Patients { get; }

    public static async Task<SearchSite> Open(EmbeddedPostgres server, string name, int resources)
    {
        var connection = await SearchLoad.Database(server, name);
        var site = new SearchSite(await SearchServer.Start(connection), Store.Connect(connection), resources / Types);
        await SearchLoad.Run(site.database, site.Patients);
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>How many resources an address answers with, and in which time.</summary>
    public Task<(double Milliseconds, int Found)> Get(string address) => Timed(async () =>
    {
        var bytes = await web.Client.GetByteArrayAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        var (count, from) = (0, 0);
        for (var mark = "\"mode\":\"match\""u8; bytes.AsSpan(from).IndexOf(mark) is var at and >= 0; count++)
            from += at + mark.Length;
        return count;
    });

    /// <summary>The address that a page's <c>next</c> link leads to.</summary>
    public async Task<string?> Next(string address)
    {
        using var page = JsonDocument.Parse(await web.Client.GetByteArrayAsync(new Uri(address, UriKind.RelativeOrAbsolute)));
        return page.RootElement.GetProperty("link").EnumerateArray().FirstOrDefault(link => link.GetProperty("relation").GetString() == "next") is { ValueKind: JsonValueKind.Object } link
            ? link.GetProperty("url").GetString() : null;
    }

    /// <summary>The page alone.</summary>
    public Task<(double Milliseconds, int Found)> Raw(SearchQuestion question, int patient) => Timed(() => Page(question, patient));

    /// <summary>All that an answer holds and leaves: the page, how many there are when it is not all of them, and the record.</summary>
    public Task<(double Milliseconds, int Found)> Whole(SearchQuestion question, int patient) => Timed(async () =>
    {
        var found = await Page(question, patient);
        if (question.IsCounted && question.Sql.EndsWith($" limit {found + 1}", StringComparison.Ordinal))
        {
            await using var total = Command(question.Total, question, patient);
            await total.ExecuteScalarAsync();
        }

        await AccessTable.Insert(database, [new AccessRecord(DateTimeOffset.UtcNow, "bench", SyntheticResources.Institution(0), "search-type", "Observation", null, [], 200, [], "raw", null)], CancellationToken.None);
        return found;
    });

    private async Task<int> Page(SearchQuestion question, int patient)
    {
        await using var command = Command(question.Sql, question, patient);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync())
        {
            _ = (reader.GetString(0), reader.GetInt64(1), reader.GetDateTime(2), reader.GetFieldValue<byte[]>(3));
            rows++;
        }

        // One more than a page says that there is another.
        return question.Sql.EndsWith($" limit {rows}", StringComparison.Ordinal) ? rows - 1 : rows;
    }

    private NpgsqlCommand Command(string sql, SearchQuestion question, int patient)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = new[] { "", SyntheticResources.Institution(0) } });
        foreach (var value in question.Values(patient))
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static async Task<(double Milliseconds, int Found)> Timed(Func<Task<int>> work)
    {
        var started = Stopwatch.GetTimestamp();
        var found = await work();
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, found);
    }
}
