using System.Runtime.CompilerServices;
using RegenTrack.App;
using RegenTrack.App.Pipeline;

namespace RegenTrack.Tests.Docs;

/// <summary>Pages that could rot are generated from the program and compared with what is committed. REGENTRACK_WRITE_DOCS=1 writes them.</summary>
public sealed class GeneratedPages
{
    private static readonly AppModel Model = RegenTrackModel.Create();

    [Fact]
    public void the_event_catalogue_is_current() => Check("events.md", EventsPage.Write(Model));

    [Fact]
    public void the_process_catalogue_is_current() => Check("processes.md", ProcessesPage.Write(Model));

    private static void Check(string page, string expected)
    {
        var path = Path.Combine(Root(), "docs", page);
        if (Environment.GetEnvironmentVariable("REGENTRACK_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == expected, $"docs/{page} is not current; run the tests once with REGENTRACK_WRITE_DOCS=1 and commit it.");
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
