using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>A logger file, read: a log, or the refusal that says what the file looks like and what is known here.</summary>
public sealed record LoggerFile(TemperatureLog? Log, Refusal? Refusal)
{
    /// <summary>Formats in the order they are tried; each has a mark of its own, so that the order decides nothing.</summary>
    public static readonly IReadOnlyList<LoggerFormat> Formats =
        [BerlingerText.Format, ElitechList.Format, HoboCsv.Format, TinytagCsv.Format, TandDCsv.Format, RotronicCsv.Format, MeacoCsv.Format];

    /// <summary>Reads the bytes of a file as uploaded.</summary>
    public static LoggerFile Read(ReadOnlySpan<byte> bytes)
    {
        if (FileShape.NotText(bytes) is { } shape) return new(null, LoggerRefusals.UnknownFormat(shape));
        var text = FileText.Decode(bytes);
        if (text.AsSpan().Trim().IsEmpty) return new(null, LoggerRefusals.Empty);
        var format = Formats.FirstOrDefault(candidate => candidate.Recognises(text));
        if (format is null) return new(null, LoggerRefusals.UnknownFormat(FileShape.OfText(text)));

        var file = format.Parse(text);
        return file.Log is { } log && LogProblems.In(log) is { } problem ? new(null, problem) : file;
    }

    public static implicit operator LoggerFile(TemperatureLog log) => new(log, null);

    public static implicit operator LoggerFile(Refusal refusal) => new(null, refusal);
}

/// <summary>One vendor's layout.</summary>
/// <param name="Name">Stable name, kept with the log.</param>
/// <param name="Title">For people, e.g. <c>Berlinger Fridge-tag, Q-tag (.txt)</c>.</param>
public sealed record LoggerFormat(string Name, string Title, Func<string, bool> Recognises, Func<string, LoggerFile> Parse);
