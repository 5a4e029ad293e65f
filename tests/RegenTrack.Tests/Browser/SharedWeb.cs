using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Browser;

/// <summary>One host for the tests of a class that neither turn its clock nor count its records.</summary>
public sealed class SharedWeb(PostgresFixture postgres) : IAsyncLifetime
{
    public RunningWeb Web { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Web = await RunningWeb.Start(postgres);

    public ValueTask DisposeAsync() => Web.DisposeAsync();
}
