using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Guide;

namespace RegenTrack.Tests.Host;

/// <summary>What the program prints to be typed is typed, as a person would, in another terminal that stands in another folder.</summary>
public sealed class OwnCommandTests : IDisposable
{
    private readonly DirectoryInfo _here = Directory.CreateTempSubdirectory("regentrack-here-");
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("regentrack-elsewhere-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _here.Delete(recursive: true);
        _elsewhere.Delete(recursive: true);
    }

    [Fact]
    public async Task the_printed_command_works_on_the_same_data_from_another_folder()
    {
        if (!Shell.IsAvailable && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip("SKIPPED, NOT PASSED: the printed command needs bash.");
        await using var program = await ServedProgram.Start(_here.FullName, ("REGENTRACK_HOME", "data"));
        var told = await Told(program, "administrator --id ID");
        var command = told[told.IndexOf("REGENTRACK_HOME=", StringComparison.Ordinal)..].Split("  ")[0].Replace("--id ID --name NAME", "--id kim-admin --name Kim", StringComparison.Ordinal);

        using var terminal = new Shell(_elsewhere.FullName);
        Assert.Matches(@"\S{8,}", await terminal.Paste($"{command} < /dev/null 2>&1", Ct));
        // The administrator that it made is there, in the service's own data.
        Assert.Contains("There is an administrator already", await terminal.Paste($"{command} < /dev/null 2>&1", Ct), StringComparison.Ordinal);
        // The demo's command for a token differs in its verb only.
        var token = await terminal.Paste($"{command[..command.IndexOf(" administrator", StringComparison.Ordinal)]} token --client nobody < /dev/null 2>&1", Ct);
        Assert.Contains("There is no such client: nobody", token, StringComparison.Ordinal);
        Assert.Empty(_elsewhere.EnumerateFileSystemInfos());
    }

    private static async Task<string> Told(ServedProgram program, string part)
    {
        for (var waited = 0; ; waited += 50)
        {
            if (program.Told.FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)) is { } line)
                return line;
            Assert.True(waited < 30_000, "The command was not printed.");
            await Task.Delay(50, Ct);
        }
    }
}
