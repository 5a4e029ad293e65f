using Microsoft.AspNetCore.Connections;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Database;
using RegenTrack.Web.Host;

namespace RegenTrack.Web.CommandLine;

/// <summary>Serves until told to stop or until the database is gone.</summary>
internal static class Serving
{
    private const int PortTaken = 69;

    /// <param name="afterStart">What happens once requests are answered; anything but 0 is an exit code and ends it.</param>
    public static async Task<int> Run(string urls, Func<WebApplication, CancellationToken, Task<int>> afterStart, CancellationToken cancellation)
    {
        if (!Listening.IsFree(urls))
            return Taken(urls);
        await using var database = await RunningDatabase.Open(Verb.Tell, cancellation);
        await using var app = RegenTrackHost.Build(new HostSetup(database.ConnectionString) { Urls = urls, KeyFolder = Keys.Folder });
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
            if (await prepared is var code and not 0)
                return code;
            await Task.WhenAny(stopped, database.Died);
        }

        if (database.Died.IsCompleted)
            throw await database.Died;
        Verb.Tell(new Bilingual("종료합니다.", "Stopping."));
        await stopped;
        return 0;
    }

    private static int Taken(string urls)
    {
        Verb.Refuse(new(
            $"주소가 이미 사용 중입니다: {urls}. 그 프로그램을 종료하거나 --urls http://127.0.0.1:0 처럼 다른 주소를 지정하십시오.",
            $"The address is taken: {urls}. Stop the program that uses it, or name another one, such as --urls http://127.0.0.1:0"));
        return PortTaken;
    }
}
