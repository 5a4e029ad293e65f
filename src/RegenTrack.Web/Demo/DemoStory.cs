using Npgsql;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Demo;

/// <summary>The main story, told once to an empty database. All of it is synthetic.</summary>
public static class DemoStory
{
    private const string Table = "create table if not exists demo_step (name text primary key, told_at timestamptz not null default now())";

    /// <summary>In the order of the story; each context adds its own.</summary>
    public static readonly IReadOnlyList<DemoStep> Steps = [DemoPeople.Step, DemoGrants.Step, DemoTrial.Step, DemoPlans.Step, DemoCells.Step, DemoTreatments.Step];

    /// <summary>Tells what has not been told yet.</summary>
    /// <returns>False, with nothing written, when the database holds something that no demo has told.</returns>
    public static async Task<bool> Tell(DemoRoom room, Action<Bilingual> progress, CancellationToken cancellation)
    {
        var database = room.Services.GetRequiredService<NpgsqlDataSource>();
        await database.Execute(Table, cancellation);
        var told = (await database.Rows("select name from demo_step", row => row.GetString(0), cancellation)).ToHashSet();
        if (told.Count == 0 && await HoldsSomething(database, cancellation))
            return false;
        foreach (var step in Steps.Where(step => !told.Contains(step.Name)))
        {
            progress(step.Text);
            await step.Tell(room, cancellation);
            await database.Execute("insert into demo_step (name) values ($1)", cancellation, step.Name);
        }

        return true;
    }

    /// <summary>Whether this database holds the demo.</summary>
    public static async Task<bool> WasTold(NpgsqlDataSource database, CancellationToken cancellation) =>
        (await database.Rows("select to_regclass('demo_step') is not null", row => row.GetBoolean(0), cancellation))[0];

    private static async Task<bool> HoldsSomething(NpgsqlDataSource database, CancellationToken cancellation) =>
        (await database.Rows("select exists (select from mt_streams) or exists (select from auth_accounts)", row => row.GetBoolean(0), cancellation))[0];
}
