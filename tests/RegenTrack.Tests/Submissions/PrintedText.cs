using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RegenTrack.Tests.Submissions;

/// <summary>What a reader sees, by poppler's pdftotext where the machine has it.</summary>
internal static partial class PrintedText
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pdftotext.exe" : "pdftotext"))
        .FirstOrDefault(File.Exists);

    public static bool Available => Program is not null;

    /// <summary>The text in reading order, each run of white space as one space, a line per page line.</summary>
    public static async Task<string> Of(ReadOnlyMemory<byte> pdf, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(Program!, ["-raw", "-enc", "UTF-8", "-nopgbrk", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var reading = process.StandardOutput.ReadToEndAsync(cancellation);
        await process.StandardInput.BaseStream.WriteAsync(pdf, cancellation);
        process.StandardInput.Close();
        var text = await reading;
        await process.WaitForExitAsync(cancellation);
        return string.Join('\n', text.Split('\n').Select(line => Spaces().Replace(line, " ").Trim()).Where(line => line.Length > 0)) + "\n";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
