using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Treatments;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Treatments;

/// <summary>How many subjects were enrolled in a plan and under an exemption: one row each, so that simultaneous enrolments wait for each other.</summary>
public sealed class EnrolmentPlaces : TableView
{
    internal const string OfPlan = "plan";
    internal const string OfGrant = "grant";

    public override string Name => "enrolment_places";

    public override string Columns => "scope text not null, id text not null, taken int not null, primary key (scope, id)";

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        if (stored.Data is not SubjectEnrolled e)
            return;

        // Always the plan before the exemption: two enrolments that share both never wait for each other crosswise.
        Take(OfPlan, e.Plan.Value);
        if (e.Grant is { } grant)
            Take(OfGrant, grant.Value);

        void Take(string scope, string id) => write.Execute(
            "insert into {table} as places values ($1, $2, 1) on conflict (scope, id) do update set taken = places.taken + 1", scope, id);
    }

    /// <summary>Places taken so far. The command that would take more than <paramref name="limit"/> ends in a conflict, however many are sent at once.</summary>
    internal static async Task<int> Taken(string scope, string id, int? limit, FactReader facts, CancellationToken cancellation)
    {
        if (limit is { } cap)
            facts.Require("coalesce((select taken <= $3 from enrolment_places where scope = $1 and id = $2), true)", scope, id, cap);
        await using var command = facts.Database.CreateCommand("select taken from enrolment_places where scope = $1 and id = $2");
        command.Parameters.Add(new() { Value = scope });
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteScalarAsync(cancellation) is int taken ? taken : 0;
    }
}
