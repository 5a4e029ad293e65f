using System.Diagnostics;
using System.Globalization;

namespace RegenTrack.Benchmarks.Scenarios;

/// <summary>Starts the built program on a home that it has used before: time until it says ready, and what it then holds in memory.</summary>
internal static class ColdStart
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="program">Path of the built RegenTrack.Web.dll.</param>
    public static async Task<int> Measure(string program)
    {
        var home = Path.Combine(Path.GetTempPath(), $"regentrack-cold-{Guid.NewGuid():n}");
        Console.WriteLine("| start | ready after (s) | resident memory (MB) |\n|---|---|---|");
        foreach (var start in new[] { "first", "second", "third", "fourth" })
        {
            var (ready, resident) = await Start(program, home);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {start} | {ready.TotalSeconds:0.0} | {resident / 1048576.0:0} |"));
        }

        Directory.Delete(home, recursive: true);
        return 0;
    }

    private static async Task<(TimeSpan Ready, long Resident)> Start(string program, string home)
    {
        const string address = "http://127.0.0.1:5399";
        var started = Stopwatch.GetTimestamp();
        using var server = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--urls", address])
        {
            Environment = { ["REGENTRACK_HOME"] = home },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(2) };
        while (!await IsReady(http))
        {
            if (server.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException("The server did not become ready.");
            }

            await Task.Delay(20);
        }

        var ready = Stopwatch.GetElapsedTime(started);
        server.Refresh();
        var resident = server.WorkingSet64;
        using (var interrupt = Process.Start("kill", ["-INT", server.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await interrupt.WaitForExitAsync();
        }

        await server.WaitForExitAsync();
        return (ready, resident);
    }

    private static async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException)
        {
            return false;
        }
    }
}
