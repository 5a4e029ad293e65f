using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.CommandLine;

/// <summary>Says how far long work has come, once a second at most.</summary>
internal sealed class Counted(string korean, string english) : IProgress<long>
{
    private const long Between = 1000;
    private long _next = Environment.TickCount64 + Between;

    public void Report(long value)
    {
        if (Environment.TickCount64 < _next)
            return;
        _next = Environment.TickCount64 + Between;
        Verb.Tell(new Bilingual($"{korean} {value:N0}", $"{value:N0} {english}"));
    }
}
