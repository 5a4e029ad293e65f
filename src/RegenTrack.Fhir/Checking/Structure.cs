using System.Text.Json;
using System.Text.Unicode;

namespace RegenTrack.Fhir.Checking;

/// <summary>Reads a document within limits and says everything that is structurally wrong with it.</summary>
internal static class Structure
{
    /// <summary>The JSON (undefined when it cannot be read) and the issues.</summary>
    public static (JsonElement Root, IReadOnlyList<Issue> Issues) Check(ReadOnlySpan<byte> utf8, FhirLimits limits, TextScreen? screen)
    {
        if (utf8.Length > limits.Bytes)
            return (default, [Problems.TooLarge(limits.Bytes)]);

        var log = new IssueLog(limits.Issues);
        if (!Utf8.IsValid(utf8))
        {
            log.Add(Problems.InvalidUtf8(), null, utf8, FirstInvalid(utf8));
            return (default, log.Issues);
        }

        try
        {
            var root = JsonElement.Parse(utf8, new JsonDocumentOptions { MaxDepth = limits.Depth });
            new Walker(utf8, limits, log, screen).Document();
            return (log.Full ? default : root, log.Issues);
        }
        catch (JsonException)
        {
            Malformed.Report(utf8, limits, log);
            return (default, log.Issues);
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        Span<char> buffer = stackalloc char[256];
        var at = 0;
        while (Utf8.ToUtf16(utf8[at..], buffer, out var read, out _, replaceInvalidSequences: false) is System.Buffers.OperationStatus.DestinationTooSmall)
            at += read;
        Utf8.ToUtf16(utf8[at..], buffer, out var last, out _, replaceInvalidSequences: false);
        return at + last;
    }
}
