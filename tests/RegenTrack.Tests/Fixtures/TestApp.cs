using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.Interop;

namespace RegenTrack.Tests.Fixtures;

/// <summary>The application on a database of its own, without a web server: commands arrange, queries assert.</summary>
public sealed class TestApp(ServiceProvider services, TestTime time) : IAsyncDisposable
{
    private int _commands;

    public TestTime Time { get; } = time;

    public IServiceProvider Services { get; } = services;

    public IMediator Mediator => Services.GetRequiredService<IMediator>();

    public Store Store => Services.GetRequiredService<Store>();

    public static async Task<TestApp> Start(PostgresFixture postgres, HolidayTable? holidays = null)
    {
        var time = new TestTime(TestTime.Start);
        var connection = await postgres.CreateDatabase(TestContext.Current.CancellationToken);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(time).AddRegenTrack(connection, holidays ?? HolidayTable.Empty).AddFhirDoors().BuildServiceProvider();
        return new TestApp(services, time);
    }

    /// <summary>Sends a command under a command id of its own and returns whatever came of it.</summary>
    public Task<CommandOutcome> Send<TCommand>(TCommand command, Actor actor, string? commandId = null, long? expectedVersion = null)
        where TCommand : notnull =>
        Mediator.Send(
            new Envelope<TCommand>(command, actor, commandId ?? $"command-{Interlocked.Increment(ref _commands)}") { ExpectedVersion = expectedVersion },
            TestContext.Current.CancellationToken);

    /// <summary>Sends a command that must be accepted.</summary>
    public async Task<CommandOutcome.Accepted> Accept<TCommand>(TCommand command, Actor actor)
        where TCommand : notnull
    {
        var outcome = await Send(command, actor);
        return outcome as CommandOutcome.Accepted ?? throw new InvalidOperationException($"{typeof(TCommand).Name}: {outcome.Words()}");
    }

    /// <summary>Lets everything that follows the events catch up with them.</summary>
    public async Task Follow()
    {
        var host = Services.GetRequiredService<SubscriptionHost>();
        using var stop = new CancellationTokenSource();
        var run = host.Run(_ => { }, stop.Token);
        foreach (var subscription in host.Subscriptions)
            Assert.True(await CatchUp.With(Store, subscription.Name, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), subscription.Name);
        await stop.CancelAsync();
        await run;
    }

    public async ValueTask DisposeAsync() => await ((ServiceProvider)Services).DisposeAsync();
}
