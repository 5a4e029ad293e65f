using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Pipeline;

/// <summary>The frame with the counters alone.</summary>
internal sealed class CounterApp(ServiceProvider services, TestTime time) : IAsyncDisposable
{
    private int _commands;

    public TestTime Time { get; } = time;

    public IMediator Mediator => services.GetRequiredService<IMediator>();

    public Store Store => services.GetRequiredService<Store>();

    public static async Task<CounterApp> Start(PostgresFixture postgres)
    {
        var model = new AppModel();
        Counters.Register(model);
        var time = new TestTime(TestTime.Start);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(time)
            .AddRegenTrack(await postgres.CreateDatabase(TestContext.Current.CancellationToken), HolidayTable.Empty, model).BuildServiceProvider();
        await AppServices.ApplySchema(services, [], TestContext.Current.CancellationToken);
        return new CounterApp(services, time);
    }

    public Task<CommandOutcome> Send<TCommand>(TCommand command, Actor actor, string? commandId = null, long? expectedVersion = null)
        where TCommand : notnull =>
        Mediator.Send(
            new Envelope<TCommand>(command, actor, commandId ?? $"command-{Interlocked.Increment(ref _commands)}") { ExpectedVersion = expectedVersion },
            TestContext.Current.CancellationToken);

    public Task<(Counter State, long Version)> State(string counter) => Store.Reader.State(Counters.Type, counter, TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<string>> Rows(string sql)
    {
        await using var command = Store.Database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();
}
