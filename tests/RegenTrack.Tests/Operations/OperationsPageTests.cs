using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Operations;

public sealed class OperationsPageTests(PostgresFixture postgres)
{
    private const string Fault = """
        insert into mt_event_progression (name, last_seq_id) values ('reaction:cells', 6) on conflict (name) do update set last_seq_id = 6;
        insert into subscription_fault (name, seq_id, event_type, error, attempts) values ('reaction:cells', 7, 'shipment_arrived_v1', 'lot-unknown', 3)
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_administrator_sees_what_stopped_and_retries_it()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var admin = await web.SignedIn(Role.Administrator);
        await Stop(web);
        var page = await admin.Read("/admin/operations");
        Assert.Contains("lot-unknown", page, StringComparison.Ordinal);
        Assert.Contains("Degraded", await web.Client().GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct), StringComparison.Ordinal);
        var form = await admin.Hidden("/admin/operations", "handler=Retry");
        using var done = await admin.Send("/admin/operations", "Retry", form);
        Assert.Empty(await Faults(web));
        using var again = await admin.Send("/admin/operations", "Retry", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task skipping_needs_a_reason()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var admin = await web.SignedIn(Role.Administrator);
        await Stop(web);
        using var refused = await admin.Submit("/admin/operations", "Skip", ("reason", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Single(await Faults(web));
        using var done = await admin.Submit("/admin/operations", "Skip", ("reason", "시험으로 만든 사건"));
        Assert.Empty(await Faults(web));
    }

    internal static async Task Stop(RunningWeb web)
    {
        await using var command = web.Services.GetRequiredService<Store>().Database.CreateCommand(Fault);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<IReadOnlyList<SubscriptionStatus>> Faults(RunningWeb web) =>
        [.. (await SubscriptionStatus.All(web.Services.GetRequiredService<Store>().Database, Ct)).Where(status => status.Fault is not null)];
}
