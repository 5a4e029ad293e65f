using Microsoft.AspNetCore.Connections;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Database;
using RegenTrack.Web.Host;

namespace RegenTrack.Web.CommandLine;

/// <summary>Serves until told to stop or until the database is gone.</summary>
internal static class Serving
{
    private const int PortTaken = 69;

    /// <param name="afterStart">What happens once requests are answered.</param>
    public static async Task<int> Run(string urls, Func<WebApplication, CancellationToken, Task> afterStart, CancellationToken cancellation)
    {
        if (!Listening.IsFree(urls))
            return Taken(urls);
        await using var database = await RunningDatabase.Open(Verb.Tell, cancellation);
        await using var app = RegenTrackHost.Build(new HostSetup(database.ConnectionString) { Urls = urls });
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            return Taken(urls);
        }

        var stopped = app.WaitForShutdownAsync(cancellation);
        var prepared = afterStart(app, cancellation);
        if (await Task.WhenAny(stopped, database.Died, prepared) == prepared)
        {
            await prepared;
            await Task.WhenAny(stopped, database.Died);
        }

        if (!database.Died.IsCompleted)
        {
            Verb.Tell(new Bilingual("종료합니다.", "Stopping."));
            await stopped;
            return 0;
        }

        await app.StopAsync(CancellationToken.None);
        throw await database.Died;
    }

    private static int Taken(string urls)
    {
        Verb.Refuse(new(
            $"주소가 이미 사용 중입니다: {urls}. 그 프로그램을 종료하거나 --urls http://127.0.0.1:0 처럼 다른 주소를 지정하십시오.",
            $"The address is taken: {urls}. Stop the program that uses it, or name another one, such as --urls http://127.0.0.1:0"));
        return PortTaken;
    }
}
