using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Records;

/// <summary>Many that name the same resource by the same search at one moment.</summary>
public sealed class ConditionalRaceTests(PostgresFixture postgres)
{
    private const int Many = 30;
    private const string Condition = "Device?identifier=urn:logger|T-1";

    private static string Logger(int lot) => $$"""{"resourceType":"Device","identifier":[{"system":"urn:logger","value":"T-1"}],"lotNumber":"{{lot}}"}""";

    /// <param name="number">Of the request: the same Bundle twice would be the same request.</param>
    private static string Bundle(string type, int number, string entry) => $$"""{"resourceType":"Bundle","id":"{{number}}","type":"{{type}}","entry":[{{entry}}]}""";

    private static string Entry(string method, string url, string? resource = null, string? ifNoneExist = null) =>
        $$"""{ {{(resource is null ? "" : $"\"resource\":{resource},")}} "request":{"method":"{{method}}","url":"{{url}}"{{(ifNoneExist is null ? "" : $",\"ifNoneExist\":\"{ifNoneExist}\"")}}} }""";

    [Theory]
    [InlineData("")]
    [InlineData("transaction")]
    [InlineData("batch")]
    public async Task of_many_updates_one_creates_and_each_of_the_others_follows_another_or_is_told_to_ask_again(string bundle)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var answers = await Task.WhenAll(Enumerable.Range(1, Many).Select(lot => bundle.Length == 0
            ? hospital.Put(Condition, Logger(lot))
            : hospital.Post("", Bundle(bundle, lot, Entry("PUT", Condition, Logger(lot))))));
        var statuses = answers.Select(Status).ToList();
        Assert.Equal(1, statuses.Count(status => status == 201));
        Assert.DoesNotContain(statuses, status => status is not (200 or 201 or 409));
        var kept = Assert.Single((await hospital.Get(Condition)).Body.Items("entry")).At("resource")!.Value;

        // Whoever was answered has its version, and nobody else has one.
        var lots = (await hospital.Get($"Device/{kept.Text("id")}/_history?_count=200")).Body.Items("entry").Select(version => version.Text("resource", "lotNumber")).ToList();
        Assert.Equal(statuses.Index().Where(one => one.Item != 409).Select(one => $"{one.Index + 1}").Order(), lots.Order());
    }

    [Theory]
    [InlineData("transaction")]
    [InlineData("batch")]
    public async Task of_many_creations_within_bundles_one_creates_and_all_are_told_of_it(string bundle)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var answers = await Task.WhenAll(Enumerable.Range(1, Many).Select(lot => hospital.Post("", Bundle(bundle, lot, Entry("POST", "Device", Logger(lot), "identifier=urn:logger|T-1")))));
        Assert.Equal(1, answers.Count(answer => Status(answer) == 201));
        Assert.Equal(Many - 1, answers.Count(answer => Status(answer) == 200));
        Assert.Single(answers.Select(answer => answer.Body.Items("entry").Single().Text("response", "location")).Distinct());
        Assert.Single((await hospital.Get(Condition)).Body.Items("entry"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("transaction")]
    [InlineData("batch")]
    public async Task of_many_patches_of_what_was_read_one_is_applied(string bundle)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var address = $"Device/{(await hospital.Post("Device", Logger(0))).Body.Text("id")}";
        var answers = await Task.WhenAll(Enumerable.Range(1, Many).Select(lot =>
        {
            var patch = $$"""[{"op":"test","path":"/lotNumber","value":"0"},{"op":"replace","path":"/lotNumber","value":"{{lot}}"}]""";
            var binary = $$"""{"resourceType":"Binary","contentType":"application/json-patch+json","data":"{{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(patch))}}"}""";
            return bundle.Length == 0
                ? hospital.Patch(Condition, "application/json-patch+json", patch)
                : hospital.Post("", Bundle(bundle, lot, Entry("PATCH", Condition, binary)));
        }));
        var won = Assert.Single(answers.Index(), one => Status(one.Item) == 200).Index + 1;
        Assert.DoesNotContain(answers, answer => Status(answer) is not (200 or 409 or 422));
        var now = await hospital.Get(address);
        Assert.Equal(($"{won}", "W/\"2\""), (now.Body.Text("lotNumber"), now.Tag));
    }

    [Theory]
    [InlineData("")]
    [InlineData("transaction")]
    [InlineData("batch")]
    public async Task of_many_deletions_one_deletes_and_the_others_find_nothing(string bundle)
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var address = $"Device/{(await hospital.Post("Device", Logger(0))).Body.Text("id")}";
        var answers = await Task.WhenAll(Enumerable.Range(1, Many).Select(number => bundle.Length == 0 ? hospital.Delete(Condition) : hospital.Post("", Bundle(bundle, number, Entry("DELETE", Condition)))));
        Assert.Equal(1, answers.Count(answer => Status(answer) == 204));
        Assert.Equal(Many - 1, answers.Count(answer => Status(answer) == 404));
        Assert.Equal(2, (await hospital.Get($"{address}/_history")).Body.Items("entry").Count());
    }

    [Fact]
    public async Task transactions_that_make_the_same_two_kinds_in_different_order_do_not_stand_in_each_others_way()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var device = Entry("POST", "Device", Logger(1), "identifier=urn:logger|T-1");
        var place = Entry("POST", "Location", """{"resourceType":"Location","identifier":[{"value":"cold"}]}""", "identifier=cold");
        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(turn => hospital.Post("", Bundle("transaction", turn, turn % 2 == 0 ? $"{device},{place}" : $"{place},{device}"))));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single((await hospital.Get("Device")).Body.Items("entry"));
        Assert.Single((await hospital.Get("Location")).Body.Items("entry"));
    }

    /// <summary>Of the entry when there is one, else of the answer.</summary>
    private static int Status(FhirAnswer answer) => answer.Body.ValueKind == System.Text.Json.JsonValueKind.Object && answer.Body.Items("entry").FirstOrDefault().Text("response", "status") is { } status
        ? int.Parse(status[..3], System.Globalization.CultureInfo.InvariantCulture)
        : answer.Status;
}
