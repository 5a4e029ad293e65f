using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore.Tests;
using RegenTrack.Interop;
using RegenTrack.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace RegenTrack.Tests.Fixtures;

/// <summary>Databases with the whole application's schema.</summary>
public sealed class PostgresFixture : ClonedDatabases
{
    protected override async Task Migrate(string connectionString, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddRegenTrack(connectionString, HolidayTable.Empty).AddFhirDoors().BuildServiceProvider();
        await AppServices.ApplySchema(services, [], cancellation);
    }
}
