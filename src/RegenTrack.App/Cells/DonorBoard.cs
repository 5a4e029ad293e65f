using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Cells;

/// <summary>Donors by the source site's pseudonym.</summary>
public sealed class DonorBoard : TableView
{
    public override string Name => "donor_board";

    public override string Columns => "donor text primary key, code text not null, country text not null, collected_on date not null, tests int not null, registered_at timestamptz not null";

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        switch (stored.Data)
        {
            case DonorRegistered e:
                write.Execute("insert into {table} values ($1, $2, $3, $4, 0, {now}) on conflict (donor) do nothing", e.Donor.Value, e.Code, e.Country, e.CollectedOn);
                break;
            case DonorTestRecorded e:
                write.Execute("update {table} set tests = tests + 1 where donor = $1", e.Donor.Value);
                break;
        }
    }

    public static async Task<DonorList?> List(ListDonors query, QueryContext context, CancellationToken cancellation)
    {
        if (query.Actor.Role == Role.HospitalSystem) return null;
        await using var command = context.Database.CreateCommand("select donor, code, country, collected_on, tests from donor_board order by collected_on desc, donor limit 200");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var donors = new List<DonorRow>();
        while (await rows.ReadAsync(cancellation)) donors.Add(new(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetFieldValue<DateOnly>(3), rows.GetInt32(4)));
        return new(donors);
    }
}

/// <summary>The two hundred latest donors.</summary>
public sealed record ListDonors(Actor Actor) : IQuery<DonorList>;

public sealed record DonorList(IReadOnlyList<DonorRow> Rows);

public sealed record DonorRow(string Donor, string Code, string Country, DateOnly CollectedOn, int Tests);
