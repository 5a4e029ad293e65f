using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace RegenTrack.Fhir.Json;

/// <summary>Looks at texts of a document without making strings of them.</summary>
internal static class Raw
{
    /// <summary>Room for the texts that are looked up: addresses, codes.</summary>
    public const int Usual = 256;

    /// <summary>The characters of a text, in the buffer when they fit; empty when it is no text.</summary>
    public static ReadOnlySpan<char> Chars(this JsonElement? text, Span<char> buffer) => text is { } one ? one.Chars(buffer) : default;

    /// <inheritdoc cref="Chars(JsonElement?, Span{char})"/>
    public static ReadOnlySpan<char> Chars(this JsonElement text, Span<char> buffer)
    {
        if (text.ValueKind != JsonValueKind.String)
            return default;
        var raw = JsonMarshal.GetRawUtf8Value(text)[1..^1];
        return raw.Length > buffer.Length || raw.Contains((byte)'\\') ? text.GetString() : buffer[..Encoding.UTF8.GetChars(raw, buffer)];
    }
}
