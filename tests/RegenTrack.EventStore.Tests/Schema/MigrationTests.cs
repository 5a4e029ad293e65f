using Npgsql;
using RegenTrack.EventStore.Schema;

namespace RegenTrack.EventStore.Tests.Schema;

public sealed class MigrationTests(Server server)
{
    [Fact]
    public async Task steps_are_applied_once_and_by_one_of_several_instances()
    {
        await using var database = NpgsqlDataSource.Create(await server.CreateDatabase(empty: true));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Migrations.Apply(database, Migrations.Store, Bank.Now)));
        await using var command = database.CreateCommand("select string_agg(id, ' ' order by position) from schema_migration");
        Assert.Equal(string.Join(' ', Migrations.Store.Select(step => step.Id)), await command.ExecuteScalarAsync(Bank.Now));
    }

    [Fact]
    public async Task a_program_refuses_a_database_that_a_newer_one_has_migrated()
    {
        await using var database = NpgsqlDataSource.Create(await server.CreateDatabase());
        await Migrations.Apply(database, [.. Migrations.Store, new("store/999-later", "select 1")], Bank.Now);
        var refused = await Assert.ThrowsAsync<SchemaException>(() => Migrations.Apply(database, Migrations.Store, Bank.Now));
        Assert.Equal(("schema-newer", "store/999-later"), (refused.Code, refused.Migration));
    }

    [Fact]
    public async Task a_step_that_was_changed_after_its_release_is_refused()
    {
        await using var database = NpgsqlDataSource.Create(await server.CreateDatabase());
        var changed = Migrations.Store.Select((step, index) => index == 0 ? step with { Sql = step.Sql + ";select 1" } : step).ToList();
        var refused = await Assert.ThrowsAsync<SchemaException>(() => Migrations.Apply(database, changed, Bank.Now));
        Assert.Equal("schema-changed", refused.Code);
    }

    [Fact]
    public async Task a_step_that_fails_leaves_the_database_as_it_was()
    {
        await using var database = NpgsqlDataSource.Create(await server.CreateDatabase());
        IReadOnlyList<Migration> steps = [.. Migrations.Store, new("store/998-good", "create table good (id int)"), new("store/999-bad", "create table bad (id nonsense)")];
        await Assert.ThrowsAsync<PostgresException>(() => Migrations.Apply(database, steps, Bank.Now));
        await using var command = database.CreateCommand("select to_regclass('good') is null");
        Assert.Equal(true, await command.ExecuteScalarAsync(Bank.Now));
    }
}
