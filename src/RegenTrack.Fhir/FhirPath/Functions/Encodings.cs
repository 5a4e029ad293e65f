using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary><c>encode</c>, <c>decode</c>, <c>escape</c> and <c>unescape</c>. A form that is not known gives an empty result, as does text that is not in the form.</summary>
internal static class Encodings
{
    public static readonly ImmutableArray<Function> Functions =
    [
        Strings.With("encode", (text, form) => Text(Encode(Encoding.UTF8.GetBytes(text), form))),
        Strings.With("decode", (text, form) => Text(Decode(text, form))),
        Strings.With("escape", (text, form) => Text(form switch { "html" => WebUtility.HtmlEncode(text), "json" => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text), _ => null })),
        Strings.With("unescape", (text, form) => Text(form switch { "html" => WebUtility.HtmlDecode(text), "json" => FromJson(text), _ => null })),
    ];

    private static Items Text(string? text) => text is null ? Items.Empty : new StringItem(text);

    private static string? Encode(byte[] bytes, string form) => form switch
    {
        "hex" => Convert.ToHexStringLower(bytes),
        "base64" => Convert.ToBase64String(bytes),
        "urlbase64" => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_'),
        _ => null,
    };

    private static string? Decode(string text, string form)
    {
        try
        {
            var bytes = form switch
            {
                "hex" => Convert.FromHexString(text),
                "base64" => Convert.FromBase64String(text),
                "urlbase64" => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/')),
                _ => null,
            };
            return bytes is null ? null : Encoding.UTF8.GetString(bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? FromJson(string text)
    {
        try
        {
            return Texts.Of(JsonElement.Parse($"\"{text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
