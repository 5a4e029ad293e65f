using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Fhir.Scopes;

/// <summary>Every kind of scope, every interaction, the own and another institution.</summary>
public sealed class ScopeMatrixTests(PostgresFixture postgres)
{
    private const string Own = "demo-hospital";
    private const string Other = "demo-hospital-2";

    /// <summary>Scopes, what they allow with a Task, and whether the Task of the test is one of those.</summary>
    private static readonly (string Scopes, string Letters, bool Fits)[] Kinds =
    [
        ("", "", true), ("system/Patient.cruds", "", true), ("system/Task.cruds", "cruds", true), ("user/Task.cruds", "cruds", true), ("system/*.cruds", "cruds", true),
        ("system/Task.c", "c", true), ("system/Task.r", "r", true), ("system/Task.u", "u", true), ("system/Task.d", "d", true), ("system/Task.s", "s", true),
        ("system/*.rs", "rs", true), ("system/Task.read", "rs", true), ("user/*.write", "cud", true), ("system/Task.*", "cruds", true),
        ("system/Task.c system/*.s", "cs", true), ("system/Task.rs?status=requested", "rs", true), ("system/Task.rs?status=completed", "rs", false),
        ("system/Task.rs?status=completed system/*.r?status=requested,draft", "rs", true), ("system/*.cruds?nonsense=1", "cruds", false),
        ("system/Task.cruds?status=completed&intent=order", "cruds", false),
    ];

    private static readonly (char Letter, HttpMethod Method, bool Instance)[] Asked =
    [
        ('c', HttpMethod.Post, false), ('r', HttpMethod.Get, true), ('u', HttpMethod.Put, true), ('u', HttpMethod.Patch, true), ('d', HttpMethod.Delete, true), ('s', HttpMethod.Get, false),
    ];

    [Fact]
    public async Task a_token_does_what_its_scopes_say_and_nothing_else()
    {
        await using var host = await RunningWeb.Start(postgres);
        var task = await Filed(host);
        var seen = 0;
        foreach (var client in (string[])[Own, Other])
        {
            foreach (var (scopes, letters, fits) in Kinds)
            {
                using var hospital = await HospitalClient.With(host, client, scopes);
                foreach (var (letter, method, instance) in Asked)
                {
                    var body = method == HttpMethod.Get || method == HttpMethod.Delete ? null : Body(task);
                    var answer = await hospital.Send(method, instance ? $"Task/{task}" : "Task", body);
                    var visible = client == Own && fits && !(letter == 's' && scopes.Contains("*.r?", StringComparison.Ordinal));
                    Check($"{client} {scopes} {method} {letter}", letter, method, instance, letters.Contains(letter, StringComparison.Ordinal), visible, answer);
                    seen++;
                }
            }
        }

        Assert.Equal(2 * Kinds.Length * Asked.Length, seen);
    }

    [Fact]
    public async Task a_transaction_is_refused_as_a_whole_for_one_entry_and_a_batch_entry_by_entry()
    {
        await using var host = await RunningWeb.Start(postgres);
        var task = await Filed(host);
        using var narrow = await HospitalClient.With(host, Own, "system/Task.cruds system/Composition.c");
        var refused = await narrow.Post("", Bundles.Plan(), "another");
        Assert.Equal(403, refused.Status);
        Assert.All(refused.Issues, issue => Assert.StartsWith("scope-insufficient @ Bundle.entry[", issue, StringComparison.Ordinal));
        Assert.Single((await narrow.Get("Task")).Body.Items("entry"));

        var batch = await narrow.Post("", $$"""
            { "resourceType": "Bundle", "type": "batch", "entry": [
              { "request": { "method": "GET", "url": "Task/{{task}}" } }, { "request": { "method": "GET", "url": "Patient/nobody" } }, { "request": { "method": "GET", "url": "Task/nobody" } }] }
            """);
        Assert.Equal(["200", "403", "404"], batch.Body.Items("entry").Select(entry => entry.Text("response", "status")));

        using var restricted = await HospitalClient.With(host, Own, "system/*.cruds?status=completed");
        Assert.Equal(403, (await restricted.Post("", Bundles.Plan(), "another")).Status);
    }

    [Fact]
    public async Task what_is_open_needs_no_scope()
    {
        await using var host = await RunningWeb.Start(postgres);
        await Filed(host);
        using var nothing = await HospitalClient.With(host, Own, "");
        Assert.Equal(200, (await nothing.Get("metadata")).Status);
    }

    private static void Check(string what, char letter, HttpMethod method, bool instance, bool allowed, bool visible, FhirAnswer answer)
    {
        var code = answer.Issues.FirstOrDefault();
        if (!allowed)
        {
            Assert.Equal((what, 403, "scope-insufficient @ "), (what, answer.Status, code));
            Assert.Contains($"system/Task.{letter}", answer.Body.Items("issue").Single().Text("details", "text"), StringComparison.Ordinal);
        }
        else if (letter == 's')
        {
            Assert.Equal((what, 200, visible ? 1 : 0), (what, answer.Status, answer.Body.Items("entry").Count()));
        }
        else if (letter == 'r')
        {
            Assert.Equal((what, visible ? 200 : 404), (what, answer.Status));
            Assert.Equal((what, visible ? null : "not-found @ "), (what, code));
        }
        else
        {
            // Beyond the scopes the door decides; it never says that a scope is missing, and shows nothing to others.
            Assert.NotEqual((what, "scope-insufficient @ "), (what, code));
            Assert.True(instance || method == HttpMethod.Post, what);
            Assert.NotEqual((what, 200), (what, visible ? 0 : answer.Status));
        }
    }

    private static async Task<string> Filed(RunningWeb host)
    {
        await new Story(host.Services).Prepare();
        var clients = host.Services.GetRequiredService<ClientStore>();
        await clients.Create(Own, Own, "inst-hanbit", "test", TestContext.Current.CancellationToken);
        await clients.Create(Other, Other, "inst-saebyeok", "test", TestContext.Current.CancellationToken);
        using var hospital = await HospitalClient.With(host, Own, SystemClient.Everything);
        var filed = await hospital.Post("", Bundles.Plan());
        Assert.True(filed.Status == 200, filed.Body.ToString());
        return filed.Body.Items("entry").First().Text("response", "location")!.Split('/')[1];
    }

    private static string Body(string id) => JsonSerializer.Serialize(new { resourceType = "Task", id, status = "requested", intent = "order" });
}
