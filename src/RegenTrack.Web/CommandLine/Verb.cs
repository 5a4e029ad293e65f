using System.Runtime.InteropServices;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Database;
using RegenTrack.Web.Demo;

namespace RegenTrack.Web.CommandLine;

/// <summary>What every verb shares: it can be interrupted at any moment, and a trouble becomes words and an exit code.</summary>
internal static class Verb
{
    public const int Interrupted = 130;
    public const int Failed = 1;

    public static async Task<int> Run(Func<CancellationToken, Task<int>> work)
    {
        using var interruption = new CancellationTokenSource();
        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = true;
            interruption.Cancel();
        }

        using var keyboard = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt);
        try
        {
            return await work(interruption.Token);
        }
        catch (DatabaseException trouble)
        {
            await Console.Error.WriteLineAsync(trouble.Message);
            return trouble.ExitCode;
        }
        catch (DemoStoppedException stopped)
        {
            return Refuse(new Bilingual($"데모 이야기가 중단되었습니다. {stopped.Message}", $"The demo's story stopped. {stopped.Message}"));
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            return Interrupted;
        }
    }

    /// <summary>Progress goes to standard error, so that standard output holds only what was asked for.</summary>
    public static void Tell(Bilingual text) => Console.Error.WriteLine($"  {text.Korean}  {text.English}");

    public static int Refuse(Bilingual text)
    {
        Console.Error.WriteLine($"{text.Korean}\n{text.English}");
        return Failed;
    }
}
