using System.CommandLine;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Database;
using RegenTrack.Web.Host;

namespace RegenTrack.Web.CommandLine;

/// <summary><c>token</c>: an access token of a system client, alone on standard output. It is for trying things out by hand, so that it may live longer than those of the token endpoint.</summary>
internal static class TokenVerb
{
    public static Command Create()
    {
        var client = new Option<string>("--client") { Required = true, Description = "시스템 클라이언트. The system client, e.g. demo-hospital" };
        var minutes = new Option<int>("--minutes") { DefaultValueFactory = _ => 30, Description = "유효 시간(분, 1~60). Minutes that it is good for, 1 to 60" };
        minutes.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > 60)
                given.AddError("--minutes: 1-60");
        });
        var command = new Command("token", "접근 토큰을 출력합니다. Print an access token.") { client, minutes };
        command.SetAction(parsed => Verb.Run(cancellation => Run(parsed.GetRequiredValue(client), TimeSpan.FromMinutes(parsed.GetValue(minutes)), cancellation)));
        return command;
    }

    private static async Task<int> Run(string id, TimeSpan lifetime, CancellationToken cancellation)
    {
        await using var database = await RunningDatabase.Open(_ => { }, cancellation);
        await using var app = RegenTrackHost.Build(new HostSetup(database.ConnectionString));
        await SchemaAtStart.Apply(app.Services, cancellation);
        var clients = app.Services.GetRequiredService<ClientStore>();
        if (await clients.Find(id, cancellation) is not { RevokedAt: null } client)
        {
            var known = (await clients.List(cancellation)).Where(other => other.RevokedAt is null).Select(other => other.Id);
            return Verb.Refuse(new Bilingual($"그런 클라이언트가 없습니다: {id}", $"There is no such client: {id}. There are: {string.Join(' ', known)}"));
        }

        Console.WriteLine(await app.Services.GetRequiredService<AccessTokens>().Issue(client, client.Scopes, lifetime, cancellation));
        return 0;
    }
}
