using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Exports;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Treatments;

namespace RegenTrack.Tests.Fhir.Exports;

/// <summary>Searches that narrow what is exported of a type (<c>_typeFilter</c>).</summary>
public sealed class ExportTypeFilterTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task of_several_filters_of_a_type_one_must_hold_and_other_types_go_out_whole()
    {
        await using var host = await RunningWeb.Start(postgres, settings: ("Exports:FileSize", "2"));
        var (own, other) = (await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit"), await ExportingClient.SignIn(host, "other-hospital", "inst-other"));
        foreach (var (lot, status, maker) in new[] { ("1", "active", "A"), ("2", "active", "B"), ("3", "inactive", "B"), ("4", "entered-in-error", "A") })
            Assert.Equal(201, (await own.Hospital.Post("Device", $$"""{"resourceType":"Device","status":"{{status}}","manufacturer":"{{maker}}","lotNumber":"{{lot}}"}""")).Status);
        await other.Hospital.Post("Device", """{"resourceType":"Device","status":"inactive","lotNumber":"theirs"}""");
        await Location(own, "whole");

        var two = Filter("Device?status=active&manufacturer=A,Device?status=inactive");
        Assert.Equal(["1", "3", "whole"], await Lots(own, $"$export?_type=Device,Location&{two}"));
        Assert.Equal(["1", "3", "whole"], await Lots(own, $"$export?_type=Device,Location&{Filter("Device?status=active&manufacturer=A")}&{Filter("Device?status=inactive")}"));
        Assert.Equal(["1", "2", "3"], await Lots(own, $"$export?_type=Device&{Filter("Device?status=active,inactive")}"));
        Assert.Equal(["4"], await Lots(own, $"$export?_type=Device&{Filter("Device?status:not=active,inactive")}"));
        Assert.Equal(["theirs"], await Lots(other, $"$export?{two}"));
        var posted = $$"""{"resourceType":"Parameters","parameter":[{"name":"_type","valueString":"Device"},{"name":"_typeFilter","valueString":"Device?status=active&manufacturer=B"},{"name":"_typeFilter","valueString":"Device?status=entered-in-error"}]}""";
        using var begun = await own.Raw(HttpMethod.Post, "$export", posted, ("Prefer", "respond-async"));
        Assert.Equal(202, (int)begun.StatusCode);
        Assert.Equal(["2", "4"], (await own.Lines(await own.Wait(begun.Content.Headers.ContentLocation!.ToString().Split("/fhir/")[1]))).Select(Lot).Order());
    }

    [Theory]
    [InlineData("Location?name=ward 1,ward 2", "ward 1", "ward 2")]
    [InlineData(@"Location?name=A\,B", "A,B")]
    [InlineData("Location?name=A%5C%2CB", "A,B")]
    [InlineData("Location?name=R%26D", "R&D")]
    [InlineData("Location?name=C+D", "C+D")]
    [InlineData("Location?name=C%2BD,Location?name:exact=R%26D", "C+D", "R&D")]
    [InlineData(@"Location?name=E\,Device?status=x", "E,Device?status=x")]
    [InlineData("Location?name=50%25", "50%")]
    [InlineData("Location?name=%EA%B0%80", "가나")]
    [InlineData("Location?_lastUpdated=gt2000-01-01T00:00:00+09:00&name=ward 1", "ward 1")]
    [InlineData("Location?_lastUpdated=lt2000-01-01")]
    public async Task values_are_read_with_whatever_they_hold(string filter, params string[] names)
    {
        await using var host = await RunningWeb.Start(postgres);
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        foreach (var name in new[] { "ward 1", "ward 2", "A,B", "A", "R&D", "R", "C+D", "C D", "E,Device?status=x", "50%", "가나" })
            await Location(own, name);
        Assert.Equal(names.Order(StringComparer.Ordinal), (await Lots(own, $"$export?_type=Location&{Filter(filter)}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task a_filter_is_asked_of_what_was_there_at_the_instant()
    {
        await using var host = await RunningWeb.Start(postgres, settings: ("Exports:Runs", "false"));
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var (stops, begins, goes) = (await Location(own, "stops"), await Location(own, "begins", "inactive"), await Location(own, "goes"));
        var status = await own.Begin($"$export?_type=Location&{Filter("Location?status=active")}");
        await own.Hospital.Put($"Location/{stops}", $$"""{"resourceType":"Location","id":"{{stops}}","status":"inactive","name":"stops"}""");
        await own.Hospital.Put($"Location/{begins}", $$"""{"resourceType":"Location","id":"{{begins}}","status":"active","name":"begins"}""");
        Assert.Equal(204, (await own.Hospital.Delete($"Location/{goes}")).Status);
        await Location(own, "late");
        await Task.Delay(300, Ct);
        var work = host.Services.GetRequiredService<ExportWork>();
        while (await work.Step(Ct))
            Ct.ThrowIfCancellationRequested();
        var manifest = await own.Wait(status);
        Assert.Equal(["goes", "stops"], (await own.Lines(manifest)).Select(Lot).Order());

        // What was deleted is told whether it fitted or not.
        var since = await own.Begin($"$export?_type=Location&_since={manifest.Text("transactionTime")}&{Filter("Location?status=active")}");
        await Task.Delay(300, Ct);
        while (await work.Step(Ct))
            Ct.ThrowIfCancellationRequested();
        var changes = await own.Wait(since);
        Assert.Equal(["begins", "late"], (await own.Lines(changes)).Select(Lot).Order());
        Assert.Contains($"Location/{goes}", Assert.Single(await own.Lines(changes, "deleted")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_a_group_and_within_scopes_a_filter_narrows_further()
    {
        await using var host = await RunningWeb.Start(postgres);
        await new TreatmentStory(new TestApp((ServiceProvider)host.Services, host.Time)).Prepare();
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        string[] made = [.. (await own.Hospital.Post("", HospitalMessages.Enrolment())).Body.Items("entry").Select(entry => entry.Text("response", "location")!)];
        var group = (await own.Hospital.Post("Group", $$"""{"resourceType":"Group","type":"person","actual":true,"member":[{"entity":{"reference":"{{made[0]}}"} }]}""")).Body.Text("id")!;
        async Task<IEnumerable<string>> Of(string path) => (await own.Lines(await own.Export(path))).Select(Address).Order(StringComparer.Ordinal);
        string[] wanted = [.. made.Where(address => address.StartsWith("CarePlan/", StringComparison.Ordinal) || address.StartsWith("Consent/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal(2, wanted.Length);
        Assert.Equal(wanted, await Of($"Group/{group}/$export?_type=CarePlan,Consent&{Filter($"Consent?patient={made[0]}")}"));
        Assert.Equal([wanted[0]], await Of($"Group/{group}/$export?_type=CarePlan,Consent&{Filter("Consent?patient=Patient/nobody")}"));
        Assert.Equal([wanted[0]], await Of($"Patient/$export?_type=CarePlan,Consent&{Filter("Consent?status=rejected")}"));

        await Location(own, "가");
        await Location(own, "나", "inactive");
        var narrow = new ExportingClient(await HospitalClient.With(host, "demo-hospital", "system/Location.rs?status=active"), host);
        Assert.Empty(await Lots(narrow, $"$export?{Filter("Location?status=inactive")}"));
        Assert.Equal(["가"], await Lots(narrow, $"$export?{Filter("Location?status=active,inactive")}"));
        using var closed = await narrow.Raw(HttpMethod.Get, $"$export?{Filter("Device?status=active")}", ("Prefer", "respond-async"));
        Assert.Equal(400, (int)closed.StatusCode);
    }

    [Theory]
    [InlineData("Device?nonsense=Hong", "unknown-query-parameter", true)]
    [InlineData("Device?status:nonsense=Hong", "unknown-search-modifier", true)]
    [InlineData("Device?patient.identifier=Hong", "export-filter-parameter", true)]
    [InlineData("Device?_has:Observation:device:code=Hong", "export-filter-parameter", true)]
    [InlineData("Device?_sort=Hong", "export-filter-parameter", true)]
    [InlineData("Device?_include=Device:patient", "export-filter-parameter", true)]
    [InlineData("Location?status=active", "export-filter-type", true)]
    [InlineData("Provenance?agent=Hong", "export-filter-type", true)]
    [InlineData("Hong", "export-filter-type", true)]
    [InlineData("Device?status=active,Hong?name=1", "export-filter-type", true)]
    [InlineData("Device?", "query-parameter-value", false)]
    [InlineData("Device", "query-parameter-value", false)]
    [InlineData("Device?_lastUpdated=Hong", "search-value", false)]
    [InlineData("Device?status:missing=Hong", "search-value", false)]
    [InlineData("Device?identifier=80010%31-1234560", "resident-registration-number", false)]
    public async Task what_cannot_be_asked_is_refused_and_left_out_for_who_prefers_that(string filter, string code, bool canBeLeftOut)
    {
        await using var host = await RunningWeb.Start(postgres);
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        await own.Device("a");
        var path = $"$export?_type=Device&{Filter(filter)}";
        using var refused = await own.Raw(HttpMethod.Get, path, ("Prefer", "respond-async"));
        var said = await refused.Content.ReadAsStringAsync(Ct);
        Assert.Equal((400, code, "error"), ((int)refused.StatusCode, Code(said), JsonElement.Parse(Encoding.UTF8.GetBytes(said)).Items("issue").First().Text("severity")));
        Assert.DoesNotContain("Hong", said, StringComparison.Ordinal);

        using var lenient = await own.Raw(HttpMethod.Get, path, ("Prefer", "respond-async, handling=lenient"));
        var warned = await lenient.Content.ReadAsStringAsync(Ct);
        Assert.Equal((canBeLeftOut ? 202 : 400, code), ((int)lenient.StatusCode, Code(warned)));
        Assert.DoesNotContain("Hong", warned, StringComparison.Ordinal);
        if (!canBeLeftOut)
            return;
        Assert.Equal("warning", JsonElement.Parse(Encoding.UTF8.GetBytes(warned)).Items("issue").First().Text("severity"));
        var lines = await own.Lines(await own.Wait(lenient.Content.Headers.ContentLocation!.ToString().Split("/fhir/")[1]));
        Assert.Equal(filter.StartsWith("Device?status=active", StringComparison.Ordinal) ? 0 : 1, lines.Count);
    }

    [Fact]
    public async Task an_unknown_parameter_is_left_out_for_who_prefers_that()
    {
        await using var host = await RunningWeb.Start(postgres);
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        await own.Device("a");
        const string Posted = """{"resourceType":"Parameters","parameter":[{"name":"_elements","valueString":"id"},{"name":"_type","valueString":"Device"}]}""";
        foreach (var (method, path, body) in new[] { (HttpMethod.Get, "$export?_type=Device&_elements=id", null), (HttpMethod.Post, "$export", Posted) })
        {
            using var refused = await own.Raw(method, path, body, ("Prefer", "respond-async"));
            Assert.Equal(400, (int)refused.StatusCode);
            using var lenient = await own.Raw(method, path, body, ("Prefer", "respond-async"), ("Prefer", "handling=lenient"));
            Assert.Equal((202, "unknown-query-parameter"), ((int)lenient.StatusCode, Code(await lenient.Content.ReadAsStringAsync(Ct))));
            Assert.Single(await own.Lines(await own.Wait(lenient.Content.Headers.ContentLocation!.ToString().Split("/fhir/")[1])));
        }
    }

    [Fact]
    public async Task the_values_of_a_filter_are_in_no_log_and_gone_with_the_export()
    {
        await using var host = await RunningWeb.Start(postgres);
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var said = new Said();
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(said);
        await Location(own, "Kim Cheol-su");
        var status = await own.Begin($"$export?_type=Location&{Filter("Location?name=Kim Cheol-su")}");
        Assert.Single(await own.Lines(await own.Wait(status)));
        using (var refused = await own.Raw(HttpMethod.Get, $"$export?{Filter("Location?nonsense=Kim Cheol-su")}", ("Prefer", "respond-async")))
            Assert.Equal(400, (int)refused.StatusCode);
        Assert.Equal("1", await Found(host, "select count(*)::text from fhir_export where filters::text like '%Cheol%'"));
        using var removed = await own.Raw(HttpMethod.Delete, status);
        Assert.Equal(202, (int)removed.StatusCode);
        Assert.Equal("0", await Found(host, "select count(*)::text from fhir_export"));
        Assert.Equal("0", await Found(host, "select count(*)::text from fhir_access a where a::text like '%Cheol%'"));
        Assert.Equal("2", await Found(host, "select count(*)::text from fhir_access where '_typeFilter' = any(parameters)"));
        Assert.DoesNotContain(said.Lines, line => line.Contains("Cheol", StringComparison.Ordinal));
    }

    private static string Filter(string filter) => $"_typeFilter={Uri.EscapeDataString(filter)}";

    private static string? Code(string outcome) => JsonElement.Parse(Encoding.UTF8.GetBytes(outcome)).Items("issue").First().Items("details", "coding").First().Text("code");

    private static string Lot(string line) => JsonElement.Parse(Encoding.UTF8.GetBytes(line)) is var one ? one.Text("lotNumber") ?? one.Text("name") ?? "" : "";

    private static string Address(string line) => JsonElement.Parse(Encoding.UTF8.GetBytes(line)) is var one ? $"{one.Text("resourceType")}/{one.Text("id")}" : "";

    private static async Task<IEnumerable<string>> Lots(ExportingClient client, string path) =>
        (await client.Lines(await client.Export(path))).Where(line => !line.StartsWith("""{"resourceType":"Provenance",""", StringComparison.Ordinal)).Select(Lot).Order(StringComparer.Ordinal);

    private static async Task<string> Location(ExportingClient client, string name, string status = "active") =>
        (await client.Hospital.Post("Location", JsonSerializer.Serialize(new { resourceType = "Location", status, name }))).Body.Text("id")!;

    private static async Task<string> Found(RunningWeb host, string sql)
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var command = database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }

    /// <summary>What a host logs as a warning or worse.</summary>
    private sealed class Said : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
