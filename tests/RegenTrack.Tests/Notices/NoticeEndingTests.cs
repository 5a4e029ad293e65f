using Microsoft.Extensions.DependencyInjection;
using RegenTrack.EventStore;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Notices;

public sealed class NoticeEndingTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_next_change_ends_the_subscription_of_a_client_that_was_revoked()
    {
        await using var ward = await Ward.Open(postgres);
        var id = await ward.Subscribe();
        using var colleague = await Colleague(ward);
        await Clients(ward).Revoke("demo-hospital", "adm1", Ct);
        await ward.Received();
        await Off(colleague, id);
        Assert.DoesNotContain(ward.Listener.All, one => one.Kind == "event-notification");
    }

    [Theory]
    [InlineData("system/Subscription.cruds")]
    [InlineData("system/Subscription.cruds system/Task.rs?code=supplement-request")]
    public async Task a_change_that_a_narrowed_client_may_not_be_told_of_ends_its_subscription_and_is_not_passed_over(string ceiling)
    {
        await using var ward = await Ward.Open(postgres);
        var id = await ward.Subscribe();
        using var colleague = await Colleague(ward);
        await Clients(ward).SetCeiling("demo-hospital", GrantedScopes.Parse(ceiling), "adm1", Ct);
        await ward.Received();
        await Off(colleague, id);

        // The mistake is made good, the hospital asks anew and is told again; that it was ended does not end it once more.
        await Clients(ward).SetCeiling("demo-hospital", GrantedScopes.Parse(SystemClient.Everything), "adm1", Ct);
        using var again = await HospitalClient.With(ward.Host, "demo-hospital", SystemClient.Everything);
        Assert.Equal(200, (await again.Put($"Subscription/{id}", Ward.Body(ward.Listener.Address, id: id))).Status);
        await ward.Listener.Wait("handshake", 2);
        var plan = await ward.Received();
        var notice = Assert.Single(await ward.Listener.Wait("event-notification", 1));
        Assert.Equal(("1", $"{ward.Host.Address}fhir/Task/{plan}"), (Assert.Single(notice.Numbers), Assert.Single(notice.Focus)));
        Assert.Equal("active", (await colleague.Get($"Subscription/{id}")).Body.Text("status"));
    }

    [Fact]
    public async Task a_change_that_came_while_a_client_was_narrowed_ends_its_subscription_also_when_the_scopes_are_back_before_it_is_looked_at()
    {
        await using var ward = await Ward.Open(postgres);
        var id = await ward.Subscribe();
        using var colleague = await Colleague(ward);
        var release = new TaskCompletionSource();
        ward.Listener.Answer = async _ =>
        {
            await release.Task;
            return 200;
        };
        await ward.Received();
        await ward.Listener.Wait("event-notification", 1);
        await Clients(ward).SetCeiling("demo-hospital", GrantedScopes.Parse("system/Subscription.rs"), "adm1", Ct);
        await ward.Received();
        await Followed(ward);
        await Clients(ward).SetCeiling("demo-hospital", GrantedScopes.Parse(SystemClient.Everything), "adm1", Ct);
        await ward.Received();
        await Followed(ward);
        release.SetResult();
        await Off(colleague, id);
        Assert.Equal(["1"], (await ward.Listener.Wait("event-notification", 1)).SelectMany(one => one.Numbers));
    }

    /// <summary>Waits until every event so far has been followed.</summary>
    private static async Task Followed(Ward ward)
    {
        var since = Environment.TickCount64;
        await using var command = ward.Host.Services.GetRequiredService<Store>().Database.CreateCommand(
            "select coalesce((select last_seq_id >= (select max(seq_id) from mt_events) from mt_event_progression where name = 'notices'), false)");
        while (!(bool)(await command.ExecuteScalarAsync(Ct))!)
        {
            Assert.True(Environment.TickCount64 - since < 20_000, "The events were not followed.");
            await Task.Delay(20, Ct);
        }
    }

    private static ClientStore Clients(Ward ward) => ward.Host.Services.GetRequiredService<ClientStore>();

    private static async Task<HospitalClient> Colleague(Ward ward)
    {
        await Clients(ward).Create("demo-hospital-b", "b", "inst-hanbit", "adm1", Ct);
        return await HospitalClient.With(ward.Host, "demo-hospital-b", SystemClient.Everything);
    }

    private static async Task Off(HospitalClient colleague, string id)
    {
        var since = Environment.TickCount64;
        while ((await colleague.Get($"Subscription/{id}")).Body.Text("status") != "off")
        {
            Assert.True(Environment.TickCount64 - since < 20_000, "The subscription was not ended.");
            await Task.Delay(20, Ct);
        }
    }
}
