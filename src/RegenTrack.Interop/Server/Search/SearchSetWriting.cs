using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Server.Search;

/// <summary>Writes a searchset Bundle as it goes out: stored bytes are spliced in, nothing is kept.</summary>
internal sealed class SearchSetWriting(SearchSet set, string fhirBase, string self, string? next)
{
    private const long FlushAt = 64 * 1024;
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.Create(UnicodeRanges.All);
    private readonly ArrayBufferWriter<byte> stamped = new();

    public async Task Write(PipeWriter output, CancellationToken cancellation)
    {
        Head(output);
        var first = true;
        foreach (var (from, resource, isMatch) in set.Entries)
        {
            Put(output, first ? ",\"entry\":["u8 : ","u8);
            first = false;
            Entry(output, from, resource, isMatch);
            if (output.UnflushedBytes >= FlushAt)
                await output.FlushAsync(cancellation);
        }

        if (set.Warnings.Count > 0)
        {
            Put(output, first ? ",\"entry\":["u8 : ","u8);
            first = false;
            Put(output, "{\"resource\":"u8);
            output.Write(OperationOutcome.Of(set.Warnings).ToFhir());
            Put(output, ",\"search\":{\"mode\":\"outcome\"}}"u8);
        }

        Put(output, first ? "}"u8 : "]}"u8);
        await output.FlushAsync(cancellation);
    }

    private void Head(IBufferWriter<byte> output)
    {
        Put(output, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\""u8);
        if (set.Total is { } total)
        {
            Put(output, ",\"total\":"u8);
            Span<byte> digits = stackalloc byte[20];
            total.TryFormat(digits, out var length, default, System.Globalization.CultureInfo.InvariantCulture);
            output.Write(digits[..length]);
        }

        Put(output, ",\"link\":["u8);
        Link(output, "self"u8, self);
        if (next is not null)
        {
            Put(output, ","u8);
            Link(output, "next"u8, next);
        }

        Put(output, "]"u8);
    }

    private static void Link(IBufferWriter<byte> output, ReadOnlySpan<byte> relation, string url)
    {
        Put(output, "{\"relation\":\""u8);
        Put(output, relation);
        Put(output, "\",\"url\":\""u8);
        output.Write(JsonEncodedText.Encode(url, Readable).EncodedUtf8Bytes);
        Put(output, "\"}"u8);
    }

    private void Entry(IBufferWriter<byte> output, FoundResources from, FoundResource resource, bool isMatch)
    {
        Put(output, "{\"fullUrl\":\""u8);
        Text(output, fhirBase);
        Put(output, "/"u8);
        Text(output, resource.Type);
        Put(output, "/"u8);
        Text(output, resource.Id);
        Put(output, "\",\"resource\":"u8);
        if (set.Plan.Shown is { } shown)
            Part(output, shown(resource.Type), from, resource);
        else
            output.WriteStamped(from.Body(resource), resource.Version, resource.Updated);
        Put(output, isMatch ? ",\"search\":{\"mode\":\"match\"}}"u8 : ",\"search\":{\"mode\":\"include\"}}"u8);
    }

    private void Part(IBufferWriter<byte> output, Subset shown, FoundResources from, FoundResource resource)
    {
        stamped.ResetWrittenCount();
        stamped.WriteStamped(from.Body(resource), resource.Version, resource.Updated);
        using var document = JsonDocument.Parse(stamped.WrittenMemory);
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = Readable, SkipValidation = true });
        shown.Write(document.RootElement, writer);
    }

    // Addresses of this server and ids hold nothing that JSON would escape.
    private static void Text(IBufferWriter<byte> output, string text) => output.Advance(Encoding.UTF8.GetBytes(text, output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));

    private static void Put(IBufferWriter<byte> output, ReadOnlySpan<byte> json) => output.Write(json);
}
