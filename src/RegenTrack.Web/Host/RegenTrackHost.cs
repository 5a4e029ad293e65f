using RegenTrack.App;
using RegenTrack.App.Law;
using RegenTrack.App.Vault;
using RegenTrack.EventStore.Log;
using RegenTrack.Interop;
using RegenTrack.Interop.Notices;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Interop.Server.Exports;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Documents;

namespace RegenTrack.Web.Host;

/// <summary>Puts the whole of RegenTrack together: the one place that knows every part.</summary>
public static class RegenTrackHost
{
    /// <summary>Address when none is given.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>An application that applies its schema when it starts, and is ready once it has warmed up.</summary>
    public static WebApplication Build(HostSetup setup)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(RegenTrackHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(setup.Settings);
        builder.WebHost.UseUrls(setup.Urls.Split(';'));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddSingleton(setup.Time);
        if (setup.KeyFolder is { } keys)
        {
            builder.Services.AddSingleton(_ => LogKey.Open(Path.Combine(keys, "log-key.pem")));
            builder.Services.AddSingleton(_ => VaultKey.Open(Path.Combine(keys, "vault.key")));
        }

        builder.Services.AddRegenTrack(setup.ConnectionString, setup.Holidays ?? Holidays.Shipped);
        // First of the hosted services: the others read its tables as they start.
        builder.Services.AddHostedService<SchemaAtStart>();
        builder.Services.AddSubscriptions();
        builder.AddRegenWeb();
        builder.Services.AddFhir().AddFhirDoors().AddAccessLog().AddNotices().AddExports();
        builder.Services.Configure<BearerOptions>(BearerHandler.Scheme, bearer => bearer.WriteRefusal = FhirHttp.WriteRefusal);
        builder.Services.AddDocuments();
        builder.Services.AddHealth(setup.WarmUp);

        var app = builder.Build();
        app.UseFhirFaults();
        app.MapRegenWeb();
        app.MapFhir();
        app.MapDocuments();
        app.MapHealth();
        return app;
    }
}
