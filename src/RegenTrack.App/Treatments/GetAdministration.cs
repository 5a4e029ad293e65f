using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Treatments;

namespace RegenTrack.App.Treatments;

/// <summary>One administration by its id; for a hospital's system only its own.</summary>
public sealed record GetAdministration(Actor Actor, string Administration) : IQuery<AdministrationDetail>
{
    public static async Task<AdministrationDetail?> Answer(GetAdministration query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand("select case_id from administration_by_lot where administration = $1");
        command.Parameters.Add(new() { Value = query.Administration });
        if (await command.ExecuteScalarAsync(cancellation) is not string id)
            return null;
        var (state, version) = await context.Events.State(TreatmentCaseStream.Type, id, cancellation);
        return state.IsSeenBy(query.Actor) && state.Find(new(query.Administration)) is { } given
            ? new AdministrationDetail(state, given, version)
            : null;
    }
}

/// <summary>An administration within its case.</summary>
public sealed record AdministrationDetail(TreatmentCase Case, Administration Given, long Version);
