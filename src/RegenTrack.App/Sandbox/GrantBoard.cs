using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Sandbox;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Sandbox;

/// <summary>The granted exemptions, newest validity first.</summary>
public sealed class GrantBoard : TableView
{
    public override string Name => "grant_board";

    public override string Columns =>
        "grant_id text primary key, certificate text not null, kind text not null, valid_from date not null, valid_until date not null, started_on date, conditions int not null, met text[] not null, insured boolean not null";

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        switch (stored.Data)
        {
            case GrantRecorded e:
                write.Execute(
                    "insert into {table} values ($1, $2, $3, $4, $5, null, $6, '{}', false) on conflict (grant_id) do nothing",
                    e.Grant.Value, e.CertificateNumber, e.Kind.ToString(), e.From, e.Until, e.Conditions.Count);
                break;
            case InsuranceRecorded e:
                write.Execute("update {table} set insured = true where grant_id = $1", e.Grant.Value);
                break;
            case GrantStarted e:
                write.Execute("update {table} set started_on = $2 where grant_id = $1", e.Grant.Value, e.StartedOn);
                break;
            case ConditionMet e:
                write.Execute("update {table} set met = array_append(array_remove(met, $2), $2) where grant_id = $1", e.Grant.Value, e.Key);
                break;
            case ConditionUnmet e:
                write.Execute("update {table} set met = array_remove(met, $2) where grant_id = $1", e.Grant.Value, e.Key);
                break;
        }
    }

    public static async Task<GrantList?> List(ListGrants query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand(
            "select grant_id, certificate, kind, valid_from, valid_until, started_on, conditions, cardinality(met), insured from grant_board order by valid_from desc, grant_id limit 200");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        List<GrantRow> grants = [];
        while (await rows.ReadAsync(cancellation))
        {
            grants.Add(new GrantRow(
                rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetFieldValue<DateOnly>(3), rows.GetFieldValue<DateOnly>(4),
                rows.IsDBNull(5) ? null : rows.GetFieldValue<DateOnly>(5), rows.GetInt32(6), rows.GetInt32(7), rows.GetBoolean(8)));
        }

        return new GrantList(grants, context.Today);
    }
}

/// <summary>All grants.</summary>
public sealed record ListGrants(Actor Actor) : IQuery<GrantList>;

/// <summary>At most two hundred grants.</summary>
public sealed record GrantList(IReadOnlyList<GrantRow> Rows, DateOnly Today);

/// <summary>One grant in the list.</summary>
/// <param name="Kind">Name of the exemption kind.</param>
public sealed record GrantRow(
    string Grant, string Certificate, string Kind, DateOnly From, DateOnly Until, DateOnly? StartedOn, int Conditions, int Met, bool Insured);
