using System.Collections.Frozen;
using System.Text.Json;

namespace RegenTrack.Fhir.Definitions;

/// <summary>The codes of one value set, by system.</summary>
internal sealed class CodeList
{
    private readonly FrozenSet<string> codes;
    private readonly FrozenSet<(string System, string Code)> codings;

    public CodeList(string url, JsonElement systems)
    {
        Url = url;
        codings = systems.EnumerateObject()
            .SelectMany(system => system.Value.EnumerateArray().Select(code => (system.Name, code.GetString()!)))
            .ToFrozenSet();
        codes = codings.Select(coding => coding.Code).ToFrozenSet(StringComparer.Ordinal);
    }

    public string Url { get; }

    public bool Contains(ReadOnlySpan<byte> utf8Code)
    {
        Span<char> text = stackalloc char[128];
        return utf8Code.Length <= text.Length
            && codes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[..System.Text.Encoding.UTF8.GetChars(utf8Code, text)]);
    }

    public bool Contains(string system, string code) => codings.Contains((system, code));
}
