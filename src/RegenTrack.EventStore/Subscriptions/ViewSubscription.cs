using Npgsql;
using RegenTrack.EventStore.Views;

namespace RegenTrack.EventStore.Subscriptions;

/// <summary>Keeps a view that may lag: its rows and its position are committed together.</summary>
public sealed class ViewSubscription(Store store, TableView view) : Subscription(NameOf(view.Name))
{
    public static string NameOf(string view) => $"view:{view}";

    public override Task<IReadOnlyList<NpgsqlBatchCommand>> Handle(IReadOnlyList<EventRow> events, CancellationToken cancellation)
    {
        var statements = new List<NpgsqlBatchCommand>();
        var writer = new ViewWriter(statements);
        foreach (var row in events)
        {
            if (row.Interpret(store.Streams) is { } stored)
            {
                view.Project(stored, writer.For(view.Name, stored.RecordedAt));
            }
        }

        return Task.FromResult<IReadOnlyList<NpgsqlBatchCommand>>(statements);
    }
}
