using System.CommandLine;
using RegenTrack.Web.Host;

namespace RegenTrack.Web.CommandLine;

/// <summary>The command line: one verb a file; without a verb it serves.</summary>
internal static class RegenTrackCommand
{
    public static Task<int> Run(IReadOnlyList<string> arguments)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "수신 주소. Where to listen; separate several by semicolons, port 0 takes a free one",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } given ? given : RegenTrackHost.DefaultUrls,
        };
        var root = new RootCommand("RegenTrack · 첨단재생의료 추적 서비스. Follows a regenerative therapy from trial to patient.")
        {
            urls,
            ServeVerb.Create(urls),
            DemoVerb.Create(urls),
            AdministratorVerb.Create(),
            TokenVerb.Create(),
            ImportVerb.Create(),
            RebuildVerb.Create(),
            VerifyVerb.Create(),
            ExportVerb.Create(),
        };
        root.SetAction(parsed => ServeVerb.Run(parsed.GetRequiredValue(urls)));
        // The verbs end by themselves when interrupted: the database must be stopped, however long that takes.
        return root.Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
