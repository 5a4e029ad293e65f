using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Specifications;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Cells;

/// <summary>Transport specifications by product and version.</summary>
public sealed class SpecificationBoard : TableView
{
    public override string Name => "transport_specification_board";

    public override string Columns => "product text not null, version int not null, thresholds int not null, defined_at timestamptz not null, primary key (product, version)";

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        if (stored.Data is TransportSpecificationDefined { Specification: var e })
            write.Execute("insert into {table} values ($1, $2, $3, {now}) on conflict do nothing", e.Product, e.Version, e.Thresholds.Count);
    }

    public static async Task<SpecificationList?> List(ListSpecifications query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand("select product, version, thresholds from transport_specification_board order by product, version desc limit 200");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var list = new List<SpecificationRow>();
        while (await rows.ReadAsync(cancellation)) list.Add(new(rows.GetString(0), rows.GetInt32(1), rows.GetInt32(2)));
        return new(list);
    }
}

/// <summary>All defined specifications.</summary>
public sealed record ListSpecifications(Actor Actor) : IQuery<SpecificationList>;

public sealed record SpecificationList(IReadOnlyList<SpecificationRow> Rows);

public sealed record SpecificationRow(string Product, int Version, int Thresholds);
