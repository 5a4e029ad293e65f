using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Web.Database;

namespace RegenTrack.Benchmarks.Scenarios.Search;

/// <summary>
/// What searches cost over HTTP, each with the record of its access, against the same by hand-written SQL in the same run, alone and with the same total and record; at a small and a large number of resources.
/// </summary>
internal static class SearchBars
{
    private const int Types = 6;
    private const int Small = 3_000;
    private const double LatestMs = 50;
    private const double OverRaw = 2;
    private const double OverSmall = 3;

    public static async Task<int> Measure(int resources, int rounds)
    {
        var home = Path.Combine(Path.GetTempPath(), $"regentrack-search-bench-{Guid.NewGuid():n}");
        await using var server = await EmbeddedPostgres.Start(home, null, CancellationToken.None);
        var small = await At(server, "small", Small, rounds);
        var large = await At(server, "large", resources, rounds);

        Console.WriteLine($"| {resources} resources | p50 ms | p95 ms | raw SQL p50 ms | p50 ÷ raw | raw SQL with total and record p50 ms | p50 ÷ these | p50 ÷ p50 at {Small} |\n|---|---|---|---|---|---|---|---|");
        var met = true;
        foreach (var (name, times) in large)
        {
            var overSmall = times.P50 / small[name].P50;
            met &= times.P95 <= LatestMs && (times.Whole is null || times.P50 / times.Whole <= OverRaw) && overSmall <= OverSmall;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {times.P50:0.00} | {times.P95:0.00} | {times.Raw:0.00} | {times.P50 / times.Raw:0.00} | {times.Whole:0.00} | {times.P50 / times.Whole:0.00} | {overSmall:0.00} |"));
        }

        await server.DisposeAsync();
        Directory.Delete(home, recursive: true);
        return met ? 0 : 1;
    }

    private static async Task<Dictionary<string, Times>> At(EmbeddedPostgres server, string name, int resources, int rounds)
    {
        var connection = await SearchLoad.Database(server, name);
        await using var web = await SearchServer.Start(connection);
        await using var database = Store.Connect(connection);
        await SearchLoad.Run(database, resources / Types);
        var times = new Dictionary<string, Times>(StringComparer.Ordinal);
        foreach (var question in SearchQuestion.All)
            times.Add(question.Name, await Ask(web, database, question, resources / Types, rounds));
        times.Add("deep page, by date", await Deep(web, rounds));
        return times;
    }

    private static async Task<Times> Ask(SearchServer web, NpgsqlDataSource database, SearchQuestion question, int patients, int rounds)
    {
        var (asked, raw, whole) = (new List<double>(), new List<double>(), new List<double>());
        var random = new Random(777);
        for (var round = -rounds / 10; round < rounds; round++)
        {
            // Of the asking institution.
            var patient = random.Next(patients / SyntheticResources.Institutions) * SyntheticResources.Institutions;
            var (one, other) = (await Timed(() => Get(web, "/fhir/" + question.Address(patient))), await Timed(() => Raw(database, question, patient)));
            if (one.Result != other.Result)
                throw new InvalidOperationException($"{question.Name}: {one.Result} resources, by raw SQL {other.Result}, of patient {patient}.");
            if (round < 0)
                continue;
            asked.Add(one.Milliseconds);
            raw.Add(other.Milliseconds);
            whole.Add((await Timed(() => Whole(database, question, patient))).Milliseconds);
        }

        return Times.Of(asked) with { Raw = Times.Of(raw).P50, Whole = Times.Of(whole).P50 };
    }

    /// <summary>The page that the cursor of a page far behind leads to.</summary>
    private static async Task<Times> Deep(SearchServer web, int rounds)
    {
        var next = "/fhir/Observation?status=final&_sort=-date&_count=20";
        for (var page = 0; page < SearchQuestion.Deep && next is not null; page++)
            next = await Next(web, next) ?? next;
        var asked = new List<double>();
        for (var round = -rounds / 10; round < rounds; round++)
        {
            var one = await Timed(() => Get(web, next!));
            if (round >= 0)
                asked.Add(one.Milliseconds);
        }

        return Times.Of(asked);
    }

    private static async Task<string?> Next(SearchServer web, string address)
    {
        using var page = JsonDocument.Parse(await web.Client.GetByteArrayAsync(new Uri(address, UriKind.RelativeOrAbsolute)));
        return page.RootElement.GetProperty("link").EnumerateArray().FirstOrDefault(link => link.GetProperty("relation").GetString() == "next") is { ValueKind: JsonValueKind.Object } link
            ? link.GetProperty("url").GetString() : null;
    }

    private static async Task<int> Get(SearchServer web, string address)
    {
        var bytes = await web.Client.GetByteArrayAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        var (count, from) = (0, 0);
        for (var mark = "\"mode\":\"match\""u8; bytes.AsSpan(from).IndexOf(mark) is var at and >= 0; count++)
            from += at + mark.Length;
        return count;
    }

    private static async Task<int> Raw(NpgsqlDataSource database, SearchQuestion question, int patient)
    {
        await using var command = Command(database, question.Sql, question, patient);
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

    private static NpgsqlCommand Command(NpgsqlDataSource database, string sql, SearchQuestion question, int patient)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = new[] { "", SyntheticResources.Institution(0) } });
        foreach (var value in question.Values(patient))
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    /// <summary>All that an answer holds and leaves: the page, how many there are when it is not all of them, and the record.</summary>
    private static async Task<int> Whole(NpgsqlDataSource database, SearchQuestion question, int patient)
    {
        var found = await Raw(database, question, patient);
        if (question.Sql.EndsWith($" limit {found + 1}", StringComparison.Ordinal))
        {
            await using var total = Command(database, question.Total, question, patient);
            await total.ExecuteScalarAsync();
        }

        await AccessTable.Insert(database, [new AccessRecord(DateTimeOffset.UtcNow, "bench", SyntheticResources.Institution(0), "search-type", "Observation", null, [], 200, [], "raw", null)], CancellationToken.None);
        return found;
    }

    private static async Task<(double Milliseconds, int Result)> Timed(Func<Task<int>> work)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await work();
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, result);
    }

    private sealed record Times(double P50, double P95)
    {
        public double? Raw { get; init; }

        public double? Whole { get; init; }

        public static Times Of(List<double> milliseconds)
        {
            var sorted = milliseconds.Order().ToList();
            return new Times(sorted[sorted.Count / 2], sorted[sorted.Count * 95 / 100]);
        }
    }
}
