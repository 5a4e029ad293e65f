using System.Diagnostics;

namespace RegenTrack.Fhir.Tests.Guide;

public sealed class CompilationTests
{
    [Fact]
    public async Task the_guide_compiles_without_errors_and_the_committed_resources_are_current()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(".build", "fhir-profiles.mjs"), "--check"])
        {
            WorkingDirectory = GuideFiles.Repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var compiler = Process.Start(start)!;
        var told = compiler.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var wrong = await compiler.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await compiler.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(compiler.ExitCode == 0, wrong);
        Assert.Matches("^[1-9][0-9]+ resources are current, 0 errors", await told);
    }
}
