using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using RegenTrack.Fhir.Checking;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir;

/// <summary>
/// A resource as it was sent: its bytes, its JSON, and everything that is structurally wrong with it.
/// Disposing it lends its index to the next one and ends <see cref="Root"/>; who does not, leaves it to the garbage collector.
/// </summary>
public sealed class FhirDocument : IDisposable
{
    private readonly JsonDocument? json;

    private FhirDocument(ReadOnlyMemory<byte> bytes, JsonDocument? json, IReadOnlyList<Issue> issues)
    {
        this.json = json;
        Bytes = bytes;
        Root = json?.RootElement ?? default;
        Issues = issues;
    }

    /// <summary>The bytes as sent. Whoever parses must not change them afterwards.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The resource; undefined when the bytes are not JSON. Without errors it can be read without any care.</summary>
    public JsonElement Root { get; }

    public IReadOnlyList<Issue> Issues { get; }

    public bool HasErrors => Issues.Any(issue => issue.IsError);

    /// <summary>The resource type, or an empty string when there is none.</summary>
    public string Type => Root.Text("resourceType") ?? "";

    /// <summary>Reads and checks against the official R4 definitions. Never throws on any input.</summary>
    public static FhirDocument Parse(ReadOnlyMemory<byte> utf8, FhirLimits? limits = null, TextScreen? screen = null)
    {
        var (json, issues) = Structure.Check(utf8, limits ?? FhirLimits.Default, screen);
        return new FhirDocument(utf8, json, issues);
    }

    /// <summary>Reads to the end and checks. Never holds more than the limit: what is longer is refused without being kept.</summary>
    public static async Task<FhirDocument> ReadAsync(PipeReader reader, FhirLimits? limits = null, TextScreen? screen = null, CancellationToken cancellationToken = default)
    {
        limits ??= FhirLimits.Default;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            if (result.Buffer.Length > limits.Bytes)
            {
                reader.AdvanceTo(result.Buffer.End);
                return new FhirDocument(default, null, [Problems.TooLarge(limits.Bytes)]);
            }

            if (!result.IsCompleted)
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }

            var bytes = result.Buffer.ToArray();
            reader.AdvanceTo(result.Buffer.End);
            return Parse(bytes, limits, screen);
        }
    }

    public void Dispose() => json?.Dispose();
}
