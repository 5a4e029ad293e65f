using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Exports;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Exports;

public sealed class ExportWorkTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_export_goes_on_after_a_restart_behind_the_last_file_that_was_kept()
    {
        string status;
        string database;
        await using (var host = await RunningWeb.Start(postgres, settings: [("Exports:Runs", "false"), ("Exports:FileSize", "2"), ("Exports:LeaseSeconds", "1")]))
        {
            database = host.ConnectionString;
            var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
            for (var number = 0; number < 9; number++)
                await own.Device($"L{number}");
            status = await own.Begin("$export?_type=Device");
            await Task.Delay(200, Ct);
            var work = host.Services.GetRequiredService<ExportWork>();
            Assert.True(await work.Step(Ct) && await work.Step(Ct));
            using var under = await own.Raw(HttpMethod.Get, status);
            Assert.Equal((202, "0 of 1 types, 4 resources"), ((int)under.StatusCode, under.Headers.GetValues("X-Progress").Single()));
        }

        await using var next = await RunningWeb.StartOn(database, new TestTime(TestTime.Start), settings: ("Exports:FileSize", "2"));
        var client = new ExportingClient(await HospitalClient.With(next, "demo-hospital", "system/*.rs"), next);
        var manifest = await client.Wait(status);
        Assert.Equal(5, manifest.Items("output").Count());
        Assert.Equal(9, (await client.Lines(manifest)).Distinct().Count());
    }

    [Fact]
    public async Task a_cancelled_export_leaves_nothing_and_one_that_is_over_is_gone_after_its_time()
    {
        await using var host = await RunningWeb.Start(postgres, settings: [("Exports:Runs", "false"), ("Exports:MostPerClient", "2"), ("Exports:KeepMinutes", "10")]);
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        await own.Device("a");
        var (first, second) = (await own.Begin("$export"), await own.Begin("$export?_type=Device"));
        using (var third = await own.Raw(HttpMethod.Get, "$export", ("Prefer", "respond-async")))
            Assert.Equal((429, true), ((int)third.StatusCode, third.Headers.RetryAfter is not null));
        using (var cancelled = await own.Raw(HttpMethod.Delete, first))
            Assert.Equal(202, (int)cancelled.StatusCode);
        using (var gone = await own.Raw(HttpMethod.Get, first))
            Assert.Equal(404, (int)gone.StatusCode);
        await own.Begin("$export?_type=Device");

        await Task.Delay(200, Ct);
        var work = host.Services.GetRequiredService<ExportWork>();
        while (await work.Step(Ct))
            Ct.ThrowIfCancellationRequested();
        var manifest = await own.Wait(second);
        Assert.Single(await own.Lines(manifest));
        host.Time.Advance(TimeSpan.FromMinutes(11));
        var late = new ExportingClient(await HospitalClient.With(host, "demo-hospital", "system/*.rs"), host);
        foreach (var path in new[] { second, manifest.Items("output").First().Text("url")!.Split("/fhir/")[1] })
        {
            using var expired = await late.Raw(HttpMethod.Get, path);
            Assert.Equal(404, (int)expired.StatusCode);
        }
    }

    [Fact]
    public async Task while_others_write_each_resource_is_exported_once_as_it_was_at_the_instant()
    {
        await using var host = await RunningWeb.Start(postgres, settings: ("Exports:FileSize", "7"));
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var ids = new List<string>();
        for (var number = 0; number < 40; number++)
            ids.Add(await own.Device("0"));
        using var stop = new CancellationTokenSource();
        var written = 0;
        var writers = Enumerable.Range(0, 3).Select(writer => Write(own, ids, writer, () => Interlocked.Increment(ref written), stop.Token)).ToList();
        while (Volatile.Read(ref written) < 20)
            await Task.Delay(20, Ct);
        var manifest = await own.Export("$export?_type=Device");
        var lines = (await own.Lines(manifest)).Select(line => JsonElement.Parse(Encoding.UTF8.GetBytes(line))).ToList();
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        var at = DateTimeOffset.Parse(manifest.Text("transactionTime")!, CultureInfo.InvariantCulture);
        Assert.Equal(lines.Count, lines.Select(line => line.Text("id")).Distinct().Count());
        Assert.Superset(ids.ToHashSet(), lines.Select(line => line.Text("id")!).ToHashSet());
        foreach (var line in lines)
        {
            var history = (await own.Hospital.Get($"Device/{line.Text("id")}/_history?_count=200")).Body.Items("entry").Select(entry => entry.At("resource")!.Value).ToList();
            Assert.Equal(history.First(version => version.Instant("meta", "lastUpdated") <= at).GetRawText(), line.GetRawText());
        }

        // And none that was there is missing.
        var there = new HashSet<string>();
        for (var page = "Device/_history?_count=200"; page is not null;)
        {
            var body = (await own.Hospital.Get(page)).Body;
            there.UnionWith(body.Items("entry").Select(entry => entry.At("resource")!.Value).Where(version => version.Instant("meta", "lastUpdated") <= at).Select(version => version.Text("id")!));
            page = body.Items("link").FirstOrDefault(link => link.Text("relation") == "next").Text("url")?.Split("/fhir/")[1];
        }

        Assert.Equal(there.Order(), lines.Select(line => line.Text("id")!).Order());
    }

    [Fact]
    public async Task an_export_waits_for_what_is_being_written()
    {
        await using var host = await RunningWeb.Start(postgres, settings: ("Exports:Runs", "false"));
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        await own.Device("a");
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(Ct);
        await using var slow = await connection.BeginTransactionAsync(Ct);
        await using (var write = new NpgsqlCommand("update fhir_resource set updated = now() where type = 'Device'", connection))
            await write.ExecuteNonQueryAsync(Ct);
        var status = await own.Begin("$export?_type=Device");
        await Task.Delay(300, Ct);
        var work = host.Services.GetRequiredService<ExportWork>();
        Assert.False(await work.Step(Ct));
        using (var waiting = await own.Raw(HttpMethod.Get, status))
            Assert.Equal("waiting for writes that are under way", waiting.Headers.GetValues("X-Progress").Single());
        await slow.CommitAsync(Ct);
        await Task.Delay(300, Ct);
        while (await work.Step(Ct))
            Ct.ThrowIfCancellationRequested();
        Assert.Single(await own.Lines(await own.Wait(status)));
    }

    private static async Task Write(ExportingClient own, List<string> ids, int writer, Action wrote, CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested && number < 400; number++)
        {
            if (number % 5 == 0)
                await own.Device($"new {writer}");
            else
                await own.Hospital.Put($"Device/{ids[(number * 7 + writer) % ids.Count]}", $$"""{"resourceType":"Device","id":"{{ids[(number * 7 + writer) % ids.Count]}}","lotNumber":"{{writer}}-{{number}}"}""");
            wrote();
            await Task.Delay(5, CancellationToken.None);
        }
    }
}
