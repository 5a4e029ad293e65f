using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RegenTrack.App;
using RegenTrack.App.Cells;
using RegenTrack.App.Vault;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Schema;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Interop.Server.Exports;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Host;

namespace RegenTrack.Tests.Operations;

/// <summary>A database that the first release made is brought forward, with what it held.</summary>
public sealed class FirstReleaseTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_the_first_release_recorded_is_read_by_this_one_and_its_identities_are_sealed()
    {
        await using var app = await Forward();
        var store = app.Services.GetRequiredService<Store>();
        var (donor, version) = await store.Reader.State(DonorStream.Type, "donor-1", Ct);
        Assert.Equal(("donor-1", 1L), (donor.Id.Value, version));
        Assert.Equal("donor-1", await Scalar(store, "select donor from donor_board"));
        Assert.Equal("""{"name":"가온누리나"}""", (await app.Services.GetRequiredService<IdentityVault>().Get("subj-1", Ct))?.GetRawText());
        Assert.Equal(0L, await Scalar(store, "select count(*) from identity_vault where identity is not null or sealed is null"));
        Assert.Equal("ins1", await Scalar(store, "select id from auth_accounts"));
    }

    [Fact]
    public async Task the_schema_is_the_same_as_that_of_a_new_database()
    {
        const string Columns = """
            select string_agg(c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull, E'\n' order by c.relname, a.attname)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
            """;
        const string Indexes = "select string_agg(indexdef, E'\\n' order by indexname) from pg_indexes where schemaname = 'public'";
        await using var old = await Forward();
        await using var fresh = await RunningWeb.Start(postgres);
        foreach (var sql in new[] { Columns, Indexes })
            Assert.Equal(await Scalar(fresh.Services.GetRequiredService<Store>(), sql), await Scalar(old.Services.GetRequiredService<Store>(), sql));
    }

    [Fact]
    public async Task an_older_program_does_not_touch_a_newer_database()
    {
        await using var app = await Forward();
        var store = app.Services.GetRequiredService<Store>();
        await Scalar(store, "insert into schema_migration (id, position, fingerprint) values ('store/999-later', 999, '\\x00')");
        Assert.Equal("schema-newer", (await Assert.ThrowsAsync<SchemaException>(() => AppServices.ApplySchema(app.Services, HostSteps, Ct))).Code);
    }

    private static IEnumerable<Migration> HostSteps => [.. AuthSchema.Steps, .. AccessTable.Steps, .. ExportTable.Steps];

    private async Task<Microsoft.AspNetCore.Builder.WebApplication> Forward([CallerFilePath] string here = "")
    {
        var database = await postgres.CreateDatabase(Ct, empty: true);
        await using (var connection = new NpgsqlConnection(database))
        {
            await connection.OpenAsync(Ct);
            await using var first = new NpgsqlCommand(await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(here)!, "first-release.sql"), Ct), connection);
            await first.ExecuteNonQueryAsync(Ct);
        }

        var app = RegenTrackHost.Build(new HostSetup(database) { Urls = "http://127.0.0.1:0", WarmUp = false });
        await AppServices.ApplySchema(app.Services, HostSteps, Ct);
        return app;
    }

    private static async Task<object?> Scalar(Store store, string sql)
    {
        await using var command = store.Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }
}
