using RegenTrack.EventStore.Schema;
using RegenTrack.EventStore.Tests;

[assembly: AssemblyFixture(typeof(Server))]

namespace RegenTrack.EventStore.Tests;

/// <summary>Databases with the store's own schema.</summary>
public sealed class Server : ClonedDatabases
{
    public Task<string> CreateDatabase(bool empty = false) => CreateDatabase(TestContext.Current.CancellationToken, empty);

    protected override async Task Migrate(string connectionString, CancellationToken cancellation)
    {
        await using var template = Store.Connect(connectionString);
        await Migrations.Apply(template, Migrations.Store, cancellation);
    }
}
