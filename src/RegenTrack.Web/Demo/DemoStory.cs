using Npgsql;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Demo;

/// <summary>The main story, told once to an empty database. All of it is synthetic.</summary>
public static class DemoStory
{
    private const string Tables = """
        create table if not exists demo_step (name text primary key, told_at timestamptz not null default now());
        create table if not exists demo_began (name text primary key, at timestamptz not null);
        """;

    /// <summary>In the order of the story; each context adds its own.</summary>
    public static readonly IReadOnlyList<DemoStep> Steps = [DemoPeople.Step, DemoGrants.Step, DemoTrial.Step, DemoPlans.Step, DemoCells.Step, DemoTreatments.Step];

    /// <summary>Tells what has not been told yet. A step that was interrupted is told again from its beginning, with the times of its first telling.</summary>
    /// <param name="address">Where the server listens, for those whose door is the network.</param>
    /// <returns>False, with nothing written, when the database holds something that no demo has told.</returns>
    public static async Task<bool> Tell(IServiceProvider services, Uri address, Action<Bilingual> progress, CancellationToken cancellation)
    {
        var database = services.GetRequiredService<NpgsqlDataSource>();
        await database.Execute(Tables, cancellation);
        var told = (await database.Rows("select name from demo_step", row => row.GetString(0), cancellation)).ToHashSet();
        if (told.Count == 0 && !await Began(database, cancellation) && await HoldsSomething(database, cancellation))
            return false;
        foreach (var step in Steps.Where(step => !told.Contains(step.Name)))
        {
            progress(step.Text);
            using var room = new DemoRoom(services, address, await FirstBegun(step, services, cancellation));
            await step.Tell(room, cancellation);
            await database.Execute("insert into demo_step (name) values ($1)", cancellation, step.Name);
        }

        return true;
    }

    /// <summary>Whether this database holds the demo.</summary>
    public static async Task<bool> WasTold(NpgsqlDataSource database, CancellationToken cancellation) =>
        (await database.Rows("select to_regclass('demo_step') is not null", row => row.GetBoolean(0), cancellation))[0];

    // On the minute, as people say times.
    private static async Task<DateTimeOffset> FirstBegun(DemoStep step, IServiceProvider services, CancellationToken cancellation)
    {
        var database = services.GetRequiredService<NpgsqlDataSource>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await database.Execute("insert into demo_began (name, at) values ($1, $2) on conflict do nothing", cancellation, step.Name, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)));
        return (await database.Rows("select at from demo_began where name = $1", row => row.GetFieldValue<DateTimeOffset>(0), cancellation, step.Name))[0];
    }

    private static async Task<bool> Began(NpgsqlDataSource database, CancellationToken cancellation) =>
        (await database.Rows("select exists (select from demo_began)", row => row.GetBoolean(0), cancellation))[0];

    private static async Task<bool> HoldsSomething(NpgsqlDataSource database, CancellationToken cancellation) =>
        (await database.Rows("select exists (select from mt_streams) or exists (select from auth_accounts)", row => row.GetBoolean(0), cancellation))[0];
}
