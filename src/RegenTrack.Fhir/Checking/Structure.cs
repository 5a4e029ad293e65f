using System.Text.Json;
using System.Text.Unicode;

namespace RegenTrack.Fhir.Checking;

/// <summary>Reads a document within limits and says everything that is structurally wrong with it.</summary>
internal static class Structure
{
    /// <summary>The JSON over these very bytes (null when it cannot be read) and the issues.</summary>
    public static (JsonDocument? Json, IReadOnlyList<Issue> Issues) Check(ReadOnlyMemory<byte> bytes, FhirLimits limits, TextScreen? screen)
    {
        var utf8 = bytes.Span;
        if (utf8.Length > limits.Bytes)
            return (null, [Problems.TooLarge(limits.Bytes)]);

        var log = new IssueLog(limits.Issues);
        if (!Utf8.IsValid(utf8))
        {
            log.Add(Problems.InvalidUtf8(), null, utf8, FirstInvalid(utf8));
            return (null, log.Issues);
        }

        if (Read(bytes, limits) is not { } json)
        {
            Malformed.Report(utf8, limits, log);
            return (null, log.Issues);
        }

        new Walker(utf8, limits, log, screen).Document();
        if (!log.Full)
            return (json, log.Issues);
        json.Dispose();
        return (null, log.Issues);
    }

    private static JsonDocument? Read(ReadOnlyMemory<byte> utf8, FhirLimits limits)
    {
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = limits.Depth });
        }
        catch (JsonException)
        {
            return null;
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
