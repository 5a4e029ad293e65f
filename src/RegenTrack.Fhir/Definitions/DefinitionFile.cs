using System.Buffers.Binary;
using System.Text.Json;

namespace RegenTrack.Fhir.Definitions;

/// <summary>The embedded file that compile.mjs writes: an index, and bodies that are parsed when they are asked for.</summary>
internal sealed class DefinitionFile
{
    private static readonly Lazy<DefinitionFile> Loaded = new(Load);

    private readonly ReadOnlyMemory<byte> bodies;
    private readonly Dictionary<(string Type, string Canonical), Entry> entries;

    private DefinitionFile(byte[] file)
    {
        var head = BinaryPrimitives.ReadInt32LittleEndian(file);
        bodies = file.AsMemory(sizeof(int) + head);
        using var index = JsonDocument.Parse(file.AsMemory(sizeof(int), head));
        Version = index.RootElement.GetProperty("version").GetString()!;
        entries = index.RootElement.GetProperty("resources").EnumerateArray().Select(Line).ToDictionary(entry => (entry.Type, entry.Canonical));
    }

    public static DefinitionFile Shared => Loaded.Value;

    /// <summary>Of HL7's definitions, e.g. 4.0.1.</summary>
    public string Version { get; }

    public IEnumerable<Entry> Entries => entries.Values;

    public JsonElement? Find(string type, string canonical) =>
        entries.TryGetValue((type, canonical), out var entry) ? Body(entry) : null;

    /// <summary>Parses a body; the caller keeps it.</summary>
    public JsonElement Body(Entry entry) => JsonElement.Parse(bodies.Span.Slice(entry.Offset, entry.Length));

    private static Entry Line(JsonElement line) => new(
        line[0].GetString()!,
        line[1].GetString()!,
        line[2].GetInt32(),
        line[3].GetInt32(),
        line.GetArrayLength() > 4 ? line[4].GetString() : null,
        line.GetArrayLength() > 4 ? line[5].GetString() : null,
        line.GetArrayLength() > 4 && line[6].ValueEquals("constraint"));

    private static DefinitionFile Load()
    {
        using var stream = typeof(DefinitionFile).Assembly.GetManifestResourceStream("r4.definitions")!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new DefinitionFile(file);
    }

    /// <param name="Describes">For a structure the type that it describes.</param>
    /// <param name="Kind">For a structure: resource, complex-type, primitive-type, logical or abstract.</param>
    /// <param name="IsProfile">Whether a structure constrains another one.</param>
    internal sealed record Entry(string Type, string Canonical, int Offset, int Length, string? Describes, string? Kind, bool IsProfile);
}
