using System.CommandLine;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Demo;
using RegenTrack.Web.Host;

namespace RegenTrack.Web.CommandLine;

/// <summary><c>demo</c>: the service with the main story loaded.</summary>
internal static class DemoVerb
{
    private const int NotADemo = 81;

    public static Command Create(Option<string> urls)
    {
        var command = new Command("demo", "가상의 이야기를 담은 데모를 실행합니다. Serve with the synthetic story loaded.") { urls };
        command.SetAction(parsed => Verb.Run(cancellation => Serving.Run(parsed.GetRequiredValue(urls), Tell, cancellation)));
        return command;
    }

    private static async Task<int> Tell(WebApplication app, CancellationToken cancellation)
    {
        var address = new Uri(app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        if (!await DemoStory.Tell(app.Services, address, Verb.Tell, cancellation))
        {
            Verb.Refuse(new Bilingual(
                "이 데이터베이스에는 데모가 아닌 자료가 있어 데모를 불러오지 않았습니다. 다른 REGENTRACK_HOME을 지정하십시오.",
                "This database holds data that are not the demo's, so the demo was not loaded. Set another REGENTRACK_HOME."));
            return NotADemo;
        }

        Verb.Tell(new Bilingual("준비 운동 중입니다.", "Warming up."));
        await app.Services.GetRequiredService<WarmUp>().Done.WaitAsync(cancellation);
        Console.WriteLine(DemoWelcome.Text(address));
        return 0;
    }
}
