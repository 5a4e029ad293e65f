using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Auth.Assertions;
using RegenTrack.Web.Demo;

namespace RegenTrack.Tests.Guide;

/// <summary>fhir-profiles/README.md is followed as a hospital's developer would: pasted into a terminal, against the demo.</summary>
public sealed class ConnectionGuideTests(PostgresFixture postgres)
{
    private const string Address = "http://127.0.0.1:5080";
    private const string TokenCommand = "dotnet run --no-build --project src/RegenTrack.Web -- token --client demo-hospital";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_requests_of_the_guide_are_answered_as_it_says()
    {
        if (!Shell.IsAvailable && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip("SKIPPED, NOT PASSED: the guide's requests need bash and curl.");
        IReadOnlyList<GuideStep> steps = GuideStep.Read();
        Assert.Equal(Enumerable.Range(1, 20), steps.Select(step => step.Number));
        Assert.Single(steps, step => step.OfficerFirst);

        await using var host = await RunningWeb.Start(postgres);
        Assert.True(await DemoStory.Tell(host.Services, host.Address, _ => { }, Now));
        SystemClient client = (await host.Services.GetRequiredService<ClientStore>().Find("demo-hospital", Now))!;
        string token = await host.Services.GetRequiredService<AccessTokens>().Issue(client, Now);
        Assert.Contains(Address, steps[0].Commands, StringComparison.Ordinal);
        Assert.Contains(TokenCommand, steps[0].Commands, StringComparison.Ordinal);

        using var terminal = new Shell(GuideStep.Repository());
        await terminal.Paste(Clock(host), Now);
        foreach (GuideStep step in steps)
        {
            if (step.OfficerFirst)
                await ConfirmReceipt(host, (await terminal.Paste("echo $APPLICATION", Now)).Trim());
            string printed = await terminal.Paste(step.Commands.Replace(Address, host.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal).Replace(TokenCommand, $"echo {token}", StringComparison.Ordinal), Now);
            Assert.True(Excerpt.IsShownBy(step.Shown, JsonElement.Parse(printed)), $"Request {step.Number} shows {step.Shown} but the answer is {printed}");
        }
    }

    [Fact]
    public async Task a_token_is_had_with_a_key_of_ones_own_by_openssl_and_curl_alone()
    {
        if (!Shell.IsAvailable && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip("SKIPPED, NOT PASSED: the guide's requests need bash and curl.");
        var folder = Directory.CreateTempSubdirectory("regentrack-guide-");
        try
        {
            await using var host = await RunningWeb.Start(postgres);
            using var terminal = new Shell(folder.FullName);
            await terminal.Paste(Clock(host), Now);
            var keys = KeySet.Read(await terminal.Paste(GuideStep.Block("# key"), Now)).Keys;
            var clients = host.Services.GetRequiredService<ClientStore>();
            Assert.True(await clients.Register("demo-hospital", "Demo hospital", "inst-hanbit", GrantedScopes.Parse(SystemClient.Everything), null, "test", Now));
            Assert.Empty(await host.Services.GetRequiredService<ClientKeys>().Add("demo-hospital", keys, "test", Now));

            string At(string commands) => commands.Replace(Address, host.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
            await terminal.Paste(At(GuideStep.Block("# signature")), Now);
            var granted = JsonElement.Parse(await terminal.Paste(At(GuideStep.Block("curl -s http://127.0.0.1:5080/oauth2/token")), Now));
            Assert.Equal("system/*.rs", granted.GetProperty("scope").GetString());
            var read = await terminal.Paste($"curl -s {host.Address}fhir/Device -H 'Authorization: Bearer {granted.GetProperty("access_token").GetString()}'", Now);
            Assert.Equal("searchset", JsonElement.Parse(read).GetProperty("type").GetString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The host's clock stands still, and the terminal's shows the same.
    private static string Clock(RunningWeb host) => $"date() {{ command date -d @{host.Time.GetUtcNow().ToUnixTimeSeconds()} \"$@\"; }}";

    private static async Task ConfirmReceipt(RunningWeb host, string application)
    {
        var confirmed = new ConfirmReceipt(new(application), "guide-1");
        var secretariat = DemoPeople.Officer(Role.Secretariat);
        CommandOutcome outcome = await host.Services.GetRequiredService<MediatR.IMediator>().Send(new Envelope<ConfirmReceipt>(confirmed, secretariat, "guide-receipt"), Now);
        Assert.IsType<CommandOutcome.Accepted>(outcome);
    }
}
