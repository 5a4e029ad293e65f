using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Demo;

namespace RegenTrack.Tests.Fhir.Scopes;

/// <summary>Every type that the capability statement names, every interaction, every kind of scope, the own and another institution. A new type is in it by being served.</summary>
public sealed class EveryTypeTests(PostgresFixture postgres)
{
    private const string Own = "demo-hospital";
    private const string Other = "demo-hospital-2";
    private const string Nobody = "nobody";

    /// <summary>Scopes of a type, and what they allow.</summary>
    private static (string Scopes, string Letters)[] Kinds(string type) =>
    [
        ("", ""), ($"system/{(type == "Basic" ? "Slot" : "Basic")}.cruds", ""), ($"system/{type}.c", "c"), ($"system/{type}.r", "r"), ($"user/{type}.u", "u"), ($"system/{type}.d", "d"), ($"user/{type}.s", "s"),
        ("system/*.rs", "rs"), ($"system/{type}.cruds", "cruds"),
    ];

    [Fact]
    public async Task what_a_scope_does_not_allow_is_refused_before_it_is_looked_at_and_what_it_allows_is_not()
    {
        await using var host = await Told();
        using var all = await HospitalClient.With(host, Own, SystemClient.Everything);
        var types = await ServedType.All(all);
        Assert.True(types.Count >= 20);
        Assert.Equal([], types.Where(type => type.Id is null).Select(type => type.Name));
        foreach (var type in types)
        {
            foreach (var (scopes, letters) in Kinds(type.Name))
            {
                using var hospital = await HospitalClient.With(host, Own, scopes);
                foreach (var asked in Asked.All)
                {
                    // What is refused would change something; what is not refused finds nothing that it could change.
                    var missing = asked.Letters.FirstOrDefault(letter => !letters.Contains(letter, StringComparison.Ordinal));
                    var answer = missing == default ? await asked.Send(hospital, type.Name, Nobody, type.BodyOf(Nobody)) : await asked.Send(hospital, type.Name, type.Id!, type.Body);
                    Check($"{type.Name} {asked.Name} by '{scopes}'", type, asked, missing, answer);
                }
            }
        }
    }

    [Fact]
    public async Task another_institution_finds_nothing_where_something_is_and_changes_nothing()
    {
        await using var host = await Told();
        using var own = await HospitalClient.With(host, Own, SystemClient.Everything);
        using var other = await HospitalClient.With(host, Other, SystemClient.Everything);
        var everybodys = await Everybodys(host.ConnectionString);
        foreach (var type in (await ServedType.All(own)).Where(type => !everybodys.Contains((type.Name, type.Id!))))
        {
            var before = (await own.Get($"{type.Name}/{type.Id}?_format=json")).Body.GetRawText();
            foreach (var asked in Asked.All)
            {
                var (there, absent) = (await asked.Send(other, type.Name, type.Id!, type.Body), await asked.Send(other, type.Name, Nobody, type.BodyOf(Nobody)));
                var what = $"{type.Name} {asked.Name}";
                Assert.Equal((what, absent.Status), (what, there.Status));
                if (there.Status >= 400)
                    Assert.Equal((what, absent.Body.ToString()), (what, there.Body.ToString()));
                Assert.DoesNotContain($"\"resourceType\":\"{type.Name}\",\"id\":\"{type.Id}\"", there.Body.ToString(), StringComparison.Ordinal);
            }

            Assert.Equal(before, (await own.Get($"{type.Name}/{type.Id}?_format=json")).Body.GetRawText());
        }
    }

    private static void Check(string what, ServedType type, Asked asked, char missing, FhirAnswer answer)
    {
        var code = answer.Body.ValueKind == System.Text.Json.JsonValueKind.Object ? answer.Issues.FirstOrDefault()?.Split(' ')[0] : null;
        if (missing != default)
        {
            // What takes no conditions refuses the condition first.
            if (asked.Letters[0] != missing && code is "conditional-create-not-supported" or "interaction-not-supported" or "transaction-not-recognised")
                return;
            Assert.Equal((what, 403, "scope-insufficient"), (what, answer.Status, code));
            Assert.Contains($"system/{type.Name}.{missing}", answer.Body.Items("issue").First().Text("details", "text"), StringComparison.Ordinal);
            return;
        }

        // Who is to be told of something has to be allowed to read it.
        Assert.True(code != "scope-insufficient" || (type.Name == "Subscription" && answer.Body.Items("issue").First().Text("details", "text")!.Contains("system/Task.", StringComparison.Ordinal)), what);
        if (asked.Code is { } named)
            Assert.True(type.Interactions.Contains(named) ? answer.Status != 405 : answer.Status >= 400, $"{what}: {answer.Status}");
    }

    private async Task<RunningWeb> Told()
    {
        var host = await RunningWeb.Start(postgres, settings: ("Auth:FhirRequestsPerSecond", "100000"));
        Assert.True(await DemoStory.Tell(host.Services, host.Address, _ => { }, TestContext.Current.CancellationToken));
        await host.Services.GetRequiredService<ClientStore>().Create(Other, Other, "inst-saebyeok", "test", TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>What every hospital may see.</summary>
    private static async Task<HashSet<(string Type, string Id)>> Everybodys(string connection)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        await using var command = database.CreateCommand("select type, id from fhir_resource where org = ''");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new HashSet<(string, string)>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }
}
