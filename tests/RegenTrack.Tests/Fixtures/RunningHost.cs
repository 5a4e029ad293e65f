using Microsoft.AspNetCore.Builder;
using RegenTrack.Web.Host;

namespace RegenTrack.Tests.Fixtures;

/// <summary>The whole program on a database of its own, listening on a free port.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningHost(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    /// <param name="time">The clock of law; null: the real one.</param>
    /// <param name="warmUp">Ask the first questions at once, which most tests need not wait for.</param>
    public static async Task<RunningHost> Start(PostgresFixture postgres, TimeProvider? time = null, bool warmUp = false)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var app = RegenTrackHost.Build(new HostSetup(await postgres.CreateDatabase(cancellation))
        {
            Urls = "http://127.0.0.1:0",
            Time = time ?? TimeProvider.System,
            WarmUp = warmUp,
        });
        await app.StartAsync(cancellation);
        return new RunningHost(app);
    }

    /// <summary>A client that neither follows redirects nor shares cookies with another.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
