using MediatR;
using Npgsql;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore;

namespace RegenTrack.App.Pipeline;

/// <summary>A question. Null means absent or forbidden, which look alike.</summary>
public interface IQuery<T> : IRequest<T?>
    where T : class
{
    Actor Actor { get; }
}

/// <summary>What a query may read.</summary>
public sealed record QueryContext(NpgsqlDataSource Database, EventReader Events, HolidayTable Holidays, DateTimeOffset Now)
{
    public DateOnly Today => KoreanTime.DayOf(Now);
}

/// <summary>Answers one kind of query, after the permission it was registered with.</summary>
internal sealed class QueryHandler<TQuery, T>(
    Permission permission,
    Func<TQuery, QueryContext, CancellationToken, Task<T?>> answer,
    Store store,
    HolidayTable holidays,
    TimeProvider time) : IRequestHandler<TQuery, T?>
    where TQuery : IQuery<T>
    where T : class
{
    public async Task<T?> Handle(TQuery request, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Source.StartActivity(typeof(TQuery).Name);
        return request.Actor.Role.Holds(permission)
            ? await answer(request, new QueryContext(store.Database, store.Reader, holidays, time.GetUtcNow()), cancellationToken)
            : null;
    }
}
