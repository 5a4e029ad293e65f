using System.CommandLine;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Host;

namespace RegenTrack.Web.CommandLine;

/// <summary><c>serve</c>: the service on its own data.</summary>
internal static class ServeVerb
{
    public static Command Create(Option<string> urls)
    {
        var command = new Command("serve", "서비스를 실행합니다(기본). Serve (the default).") { urls };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(urls)));
        return command;
    }

    public static Task<int> Run(string urls) => Verb.Run(cancellation => Serving.Run(
        urls,
        async (app, stop) =>
        {
            await app.Services.GetRequiredService<WarmUp>().Done.WaitAsync(stop);
            Verb.Tell(new Bilingual($"준비되었습니다: {string.Join(' ', app.Urls)}", $"Ready: {string.Join(' ', app.Urls)}"));
            if (await app.Services.GetRequiredService<FirstAdministrator>().IsMissing(stop))
            {
                var command = $"{OwnCommand.Text} {AdministratorVerb.Name} --id ID --name NAME";
                Verb.Tell(new Bilingual($"아직 시스템 관리자가 없습니다. 다른 터미널에서 만드십시오: {command}", $"There is no administrator yet. Create one in another terminal: {command}"));
            }

            return 0;
        },
        cancellation));
}
