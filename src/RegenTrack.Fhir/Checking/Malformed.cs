using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RegenTrack.Fhir.Checking;

/// <summary>Says where bytes cease to be JSON, and in which property.</summary>
internal static class Malformed
{
    private const int LongestPath = 512;

    public static void Report(ReadOnlySpan<byte> utf8, FhirLimits limits, IssueLog log)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = limits.Depth });
        var path = new List<(string? Name, int Index)>();
        try
        {
            while (reader.Read())
                Follow(ref reader, path);
            log.Add(Problems.Malformed(), null, utf8, utf8.Length);
        }
        catch (JsonException broken)
        {
            var issue = path.Count >= limits.Depth && OpensNext(utf8[(int)reader.BytesConsumed..]) ? Problems.TooDeep(limits.Depth) : Problems.Malformed();
            log.Add(issue, Expression(path), utf8, OffsetOf(utf8, broken));
        }
    }

    private static void Follow(ref Utf8JsonReader reader, List<(string? Name, int Index)> path)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                path[^1] = (PropertyNames.Shown(reader.ValueSpan, reader.ValueIsEscaped), -1);
                return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                path.RemoveAt(path.Count - 1);
                return;
        }

        if (path.Count > 0 && path[^1].Index >= 0)
            path[^1] = (null, path[^1].Index + 1);
        if (reader.TokenType is JsonTokenType.StartObject)
            path.Add((null, -1));
        else if (reader.TokenType is JsonTokenType.StartArray)
            path.Add((null, 0));
    }

    private static bool OpensNext(ReadOnlySpan<byte> rest) => rest.TrimStart(" \t\r\n,:"u8) is [(byte)'{' or (byte)'[', ..];

    private static string? Expression(List<(string? Name, int Index)> path)
    {
        var text = new StringBuilder();
        foreach (var (name, index) in path)
        {
            if (name is not null)
                text.Append(text.Length > 0 ? "." : "").Append(name);
            else if (index > 0)
                text.Append('[').Append((index - 1).ToString(CultureInfo.InvariantCulture)).Append(']');
            if (text.Length > LongestPath)
                break;
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static int OffsetOf(ReadOnlySpan<byte> utf8, JsonException broken)
    {
        var offset = 0;
        for (var line = broken.LineNumber ?? 0; line > 0; line--)
            offset += utf8[offset..].IndexOf((byte)'\n') + 1;
        return offset + (int)(broken.BytePositionInLine ?? 0);
    }
}
