using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Pipeline;

/// <summary>A counter called "mirror" counts after every other one.</summary>
public sealed class ReactionTests(PostgresFixture postgres)
{
    private static readonly Actor Officer = new("sec1", Role.Secretariat);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_happened_is_answered_once_in_effect_however_often_it_is_delivered()
    {
        await using var app = await Mirrored();
        await Count(app, "a", 2, "one");
        await Count(app, "b", 3, "two");
        await Follow(app);
        Assert.Equal(5, (await Mirror(app)).Total);
        await Execute(app, "update mt_event_progression set last_seq_id = 0 where name = 'reaction:mirror'");
        await Follow(app);
        Assert.Equal(5, (await Mirror(app)).Total);
        var answer = (await Store(app).Reader.Read("counter", "mirror", Ct))[0];
        Assert.Equal(("reaction:mirror", "System", "counter:a/1/mirror", "counter:a/1", "corr-one"), (answer.ActorId, answer.ActorRole, answer.Metadata.CommandId, answer.Metadata.CausationId, answer.Metadata.CorrelationId));
    }

    [Fact]
    public async Task an_answer_that_a_rule_refuses_stops_the_reaction_there_and_says_which_rule()
    {
        await using var app = await Mirrored();
        await Count(app, "a", 8, "one");
        await Count(app, "b", 8, "two");
        await Count(app, "c", 1, "three");
        Assert.False(await Followed(app));
        var fault = (await SubscriptionStatus.All(Store(app).Database, Ct)).Single(status => status.Name == "reaction:mirror").Fault!;
        Assert.Equal(("count-over-ten", "counted_v1"), (fault.Error, fault.EventType));
        Assert.Equal(8, (await Mirror(app)).Total);
        Assert.True(await StoppedSubscription.Skip(Store(app), "reaction:mirror", fault.Sequence, "too much", "adm1", Ct));
        await Follow(app);
        Assert.Equal(9, (await Mirror(app)).Total);
    }

    private async Task<ServiceProvider> Mirrored()
    {
        var model = new AppModel();
        Counters.Register(model);
        model.Reaction("mirror", (stored, _, _) => Task.FromResult<IReadOnlyList<ReactionCommand>>(
            stored is { StreamId: not "mirror", Data: Counted counted } ? [ReactionCommand.Of("mirror", new Count("mirror", counted.By))] : []));
        var services = new ServiceCollection().AddRegenTrack(await postgres.CreateDatabase(Ct), HolidayTable.Empty, model).BuildServiceProvider();
        await AppServices.ApplySchema(services, [], Ct);
        return services;
    }

    private static Store Store(ServiceProvider app) => app.GetRequiredService<Store>();

    private static async Task<Counter> Mirror(ServiceProvider app) => (await Store(app).Reader.State(Counters.Type, "mirror", Ct)).State;

    private static async Task Count(ServiceProvider app, string counter, int by, string id) =>
        Assert.IsType<CommandOutcome.Accepted>(await app.GetRequiredService<MediatR.IMediator>().Send(new Envelope<Count>(new Count(counter, by), Officer, id) { CorrelationId = $"corr-{id}" }, Ct));

    private static async Task Follow(ServiceProvider app) => Assert.True(await Followed(app));

    private static async Task<bool> Followed(ServiceProvider app)
    {
        using var stop = new CancellationTokenSource();
        var run = app.GetRequiredService<SubscriptionHost>().Run(_ => { }, stop.Token);
        // What the reaction itself appends is behind what it has seen: twice, to pass that as well.
        var followed = await CatchUp.With(Store(app), "reaction:mirror", TimeSpan.FromSeconds(30), Ct) && await CatchUp.With(Store(app), "reaction:mirror", TimeSpan.FromSeconds(30), Ct);
        await stop.CancelAsync();
        await run;
        return followed;
    }

    private static async Task Execute(ServiceProvider app, string sql)
    {
        await using var command = Store(app).Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
