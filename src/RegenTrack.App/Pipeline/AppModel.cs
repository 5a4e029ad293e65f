using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegenTrack.App.Pipeline.Behaviours;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Pipeline;

/// <summary>What the contexts declare: streams, commands, views, queries. Read once at start.</summary>
public sealed class AppModel
{
    private readonly List<StreamSchema> _streams = [];
    private readonly List<TableView> _views = [];
    private readonly List<Action<IServiceCollection>> _registrations = [];
    private readonly List<CommandDescription> _commands = [];
    private readonly Dictionary<string, ReactionAnswer> _reactions = [];

    public IReadOnlyList<StreamSchema> Streams => _streams;

    public IReadOnlyList<TableView> Views => _views;

    public IReadOnlyList<CommandDescription> Commands => _commands;

    public IReadOnlyDictionary<string, ReactionAnswer> Reactions => _reactions;

    public StreamCommands<TState, TEvent> Stream<TState, TEvent>(StreamType<TState, TEvent> type)
        where TEvent : notnull
    {
        _streams.Add(type);
        return new StreamCommands<TState, TEvent>(this, type);
    }

    public void View(TableView view) => _views.Add(view);

    /// <summary>Declares what a context does about events.</summary>
    public void Reaction(string name, ReactionAnswer answer) => _reactions.Add(name, answer);

    /// <summary>Declares a query with the permission it needs.</summary>
    public void Query<TQuery, T>(Permission permission, Func<TQuery, QueryContext, CancellationToken, Task<T?>> answer)
        where TQuery : IQuery<T>
        where T : class =>
        _registrations.Add(services => services.AddSingleton<IRequestHandler<TQuery, T?>>(provider => new QueryHandler<TQuery, T>(
            permission, answer, provider.GetRequiredService<Store>(), provider.GetRequiredService<HolidayTable>(), provider.GetRequiredService<TimeProvider>())));

    internal void Register(IServiceCollection services) => _registrations.ForEach(register => register(services));

    internal void Command<TState, TEvent, TCommand, TFacts>(
        CommandRoute<TCommand> route,
        StreamType<TState, TEvent> stream,
        Func<TCommand, FactReader, CancellationToken, Task<TFacts>> gather,
        Func<TState, TCommand, TFacts, Circumstances, Outcome<TEvent>> decide)
        where TCommand : notnull
        where TEvent : notnull
    {
        Register(route, stream.Alias, provider => new CommandHandler<TState, TEvent, TCommand, TFacts>(
            stream, route.StreamId, gather, decide, provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<HolidayTable>(), provider.GetRequiredService<TimeProvider>()));
    }

    internal void Command<TState, TEvent, TCommand, TPart, TFacts>(
        CommandRoute<TCommand> route,
        StreamType<TState, TEvent> stream,
        PartsOf<TCommand, TPart> parts,
        Func<TCommand, FactReader, CancellationToken, Task<TFacts>> gather,
        Func<TState, TPart, TFacts, Circumstances, Outcome<TEvent>> decide)
        where TCommand : notnull
        where TEvent : notnull =>
        Register(route, stream.Alias, provider => new ManyStreamsHandler<TState, TEvent, TCommand, TPart, TFacts>(
            stream, parts, gather, decide, provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<HolidayTable>(), provider.GetRequiredService<TimeProvider>()));

    private void Register<TCommand>(CommandRoute<TCommand> route, string stream, Func<IServiceProvider, IRequestHandler<Envelope<TCommand>, CommandOutcome>> handler)
        where TCommand : notnull
    {
        _commands.Add(new CommandDescription(typeof(TCommand), route.Permission, stream, route.Retries));
        _registrations.Add(services => services
            .AddSingleton(route)
            .AddSingleton<IPipelineBehavior<Envelope<TCommand>, CommandOutcome>, AttemptLog<TCommand>>()
            .AddSingleton<IPipelineBehavior<Envelope<TCommand>, CommandOutcome>, Trace<TCommand>>()
            .AddSingleton<IPipelineBehavior<Envelope<TCommand>, CommandOutcome>, Authorise<TCommand>>()
            .AddSingleton<IPipelineBehavior<Envelope<TCommand>, CommandOutcome>, Validate<TCommand>>()
            .AddSingleton<IPipelineBehavior<Envelope<TCommand>, CommandOutcome>, RetryLostRace<TCommand>>()
            .AddSingleton<IPipelineBehavior<Envelope<TCommand>, CommandOutcome>, UnitOfWork<TCommand>>()
            .AddSingleton<IPipelineBehavior<Envelope<TCommand>, CommandOutcome>, Receipt<TCommand>>()
            .AddSingleton(handler));
    }
}

/// <summary>A command as declared, for documents and tests.</summary>
public sealed record CommandDescription(Type Command, Permission Permission, string Stream, bool Retries);
