using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RegenTrack.Fhir.Json;

/// <summary>Replaces where References point, and leaves every other byte as it is written.</summary>
public static class Readdressing
{
    private const int Deepest = 256;

    /// <param name="json">A resource as UTF-8 JSON, free of structural errors.</param>
    /// <param name="address">The new address for one that is written; null leaves it.</param>
    /// <param name="withFullUrls">Whether the <c>fullUrl</c> of a Bundle's entries is asked for too.</param>
    /// <returns>Null when nothing changes.</returns>
    public static byte[]? Readdressed(ReadOnlySpan<byte> json, Func<string, string?> address, bool withFullUrls = false)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
        ArrayBufferWriter<byte>? output = null;
        var copied = 0;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !(reader.ValueTextEquals("reference"u8) || (withFullUrls && reader.ValueTextEquals("fullUrl"u8))))
                continue;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String || address(reader.GetString()!) is not { } changed)
                continue;
            output ??= new ArrayBufferWriter<byte>(json.Length);
            output.Write(json[copied..(int)reader.TokenStartIndex]);
            output.Write("\""u8);
            output.Write(JsonEncodedText.Encode(changed, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
            output.Write("\""u8);
            copied = (int)reader.BytesConsumed;
        }

        output?.Write(json[copied..]);
        return output?.WrittenSpan.ToArray();
    }
}
