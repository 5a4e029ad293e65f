using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Host;

namespace RegenTrack.Tests.Fixtures;

/// <summary>The whole program on a free port, with the clock of law standing still, on a fresh database or that of an earlier host.</summary>
public sealed class RunningWeb(WebApplication app, TestTime time, string connectionString) : IAsyncDisposable
{
    public const string Password = "correct horse 7";

    public Uri Address { get; } = new(app.Urls.First());

    public IServiceProvider Services => app.Services;

    public TestTime Time { get; } = time;

    public string ConnectionString { get; } = connectionString;

    /// <param name="time">The clock of law; null: one that stands still at <see cref="TestTime.Start"/>.</param>
    /// <param name="map">Adds endpoints of the test's own.</param>
    /// <param name="warmUp">Ask the first questions at once, which most tests need not wait for.</param>
    public static async Task<RunningWeb> Start(
        PostgresFixture postgres, TestTime? time = null, Action<WebApplication>? map = null, bool warmUp = false, params (string Key, string Value)[] settings) =>
        await StartOn(await postgres.CreateDatabase(TestContext.Current.CancellationToken), time ?? new TestTime(TestTime.Start), map, warmUp, settings);

    public static async Task<RunningWeb> StartOn(
        string connectionString, TestTime time, Action<WebApplication>? map = null, bool warmUp = false, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["Auth:SignInsPerMinute"] = "100000", ["Auth:TokensPerMinute"] = "100000" };
        foreach (var (key, value) in settings)
            all[key] = value;
        var app = RegenTrackHost.Build(new HostSetup(connectionString) { Urls = "http://127.0.0.1:0", Time = time, Settings = all, WarmUp = warmUp });
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningWeb(app, time, connectionString);
    }

    /// <summary>A client that neither follows redirects nor shares cookies with another.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>An account that signs in with <see cref="Password"/>.</summary>
    public async Task<string> Account(Role role, string? id = null, bool mustChange = false)
    {
        id ??= $"{role}-1".ToLowerInvariant();
        await Services.GetRequiredService<AccountStore>().Create(id, $"{role} 담당", role, Password, mustChange, "test", TestContext.Current.CancellationToken);
        return id;
    }

    /// <summary>Somebody at a browser of their own, with cookies and without JavaScript.</summary>
    public Visitor Visitor() => new(Address);

    public async Task<Visitor> SignedIn(Role role)
    {
        var visitor = Visitor();
        await visitor.SignIn(await Account(role));
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
