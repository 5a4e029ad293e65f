using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RegenTrack.App;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Browser;

/// <summary>The web on a free port and a database: a fresh one, or the one of an earlier host.</summary>
public sealed class RunningWeb(WebApplication app, TestTime time, string connectionString) : IAsyncDisposable
{
    public const string Password = "correct horse 7";

    public Uri Address { get; } = new(app.Urls.First());

    public IServiceProvider Services => app.Services;

    public TestTime Time { get; } = time;

    public string ConnectionString { get; } = connectionString;

    public static async Task<RunningWeb> Start(PostgresFixture postgres, Action<WebApplication>? map = null, IEnumerable<KeyValuePair<string, string?>>? settings = null) =>
        await StartOn(await postgres.CreateDatabase(TestContext.Current.CancellationToken), new TestTime(TestTime.Start), map, settings);

    public static async Task<RunningWeb> StartOn(string connectionString, TestTime time, Action<WebApplication>? map = null, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "RegenTrack.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Auth:SignInsPerMinute", "100000"), new("Auth:TokensPerMinute", "100000")]).AddInMemoryCollection(settings);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddRegenTrack(connectionString, HolidayTable.Empty);
        builder.AddRegenWeb();
        var app = builder.Build();
        app.MapRegenWeb();
        map?.Invoke(app);
        await AppServices.ApplySchema(app.Services, AuthSchema.Statements, TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningWeb(app, time, connectionString);
    }

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
