using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Snapshots;

/// <summary>The lines of a snapshot in the making. Elements below a type, and slices, are added when the differential speaks of them.</summary>
/// <param name="structures">Finds the structure definition, with snapshot, of a profile or type.</param>
internal sealed class SnapshotLines(Func<string, JsonElement?> structures)
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";

    private readonly List<Line> lines = [];

    public IReadOnlyList<Line> All => lines;

    public void Start(IEnumerable<JsonElement> elements, string type)
    {
        foreach (var element in elements)
        {
            var id = Ids.Of(element);
            lines.Add(Copy(element, type + id[id.Split('.')[0].Length..]));
        }
    }

    /// <summary>The line of an id, made when it can be; null when there is no such element.</summary>
    public Line? Locate(string id)
    {
        if (Exactly(id) is { } known)
            return known;
        if (Ids.Slice(id) is var (sliced, name))
            return Locate(sliced) is { } whole ? AddSlice(whole, id, name) : null;
        if (Ids.Parent(id) is not { } parentId || Locate(parentId) is not { } parent)
            return null;
        if (!lines.Exists(line => Ids.IsPart(line.Id, parent.Id)))
            Unfold(parent);
        // A line that was located may stand under another id than was asked for (a choice written with its type).
        var own = parent.Id + '.' + Ids.Last(id);
        return Exactly(own) ?? Choice(parent, Ids.Last(id));
    }

    private Line? Exactly(string id) => lines.Find(line => line.Id == id);

    /// <summary>valueQuantity is short for the slice value[x]:valueQuantity.</summary>
    private Line? Choice(Line parent, string name)
    {
        var choice = lines.Find(line => Ids.Parent(line.Id) == parent.Id && line.Id.EndsWith("[x]", StringComparison.Ordinal)
            && Ids.Last(line.Id) is var one && name.StartsWith(one[..^3], StringComparison.Ordinal) && name.Length > one.Length - 3 && char.IsAsciiLetterUpper(name[one.Length - 3]));
        return choice is null ? null : Locate($"{choice.Id}:{name}");
    }

    private Line AddSlice(Line whole, string id, string name)
    {
        if (Exactly(id) is { } known)
            return known;
        var json = (JsonObject)whole.Json.DeepClone();
        json.Remove("slicing");
        json["id"] = id;
        json["sliceName"] = name;
        json["min"] = 0;
        var last = Ids.Last(whole.Id);
        if (last.EndsWith("[x]", StringComparison.Ordinal))
        {
            whole.Json["slicing"] ??= new JsonObject
            {
                ["discriminator"] = new JsonArray(new JsonObject { ["type"] = "type", ["path"] = "$this" }),
                ["ordered"] = false,
                ["rules"] = "open",
            };
            json["max"] = "1";
            Narrow(json, name, last[..^3]);
        }

        var slice = new Line(id, json);
        lines.Insert(lines.FindLastIndex(line => Ids.IsWithin(line.Id, whole.Id)) + 1, slice);
        return slice;
    }

    private static void Narrow(JsonObject json, string name, string element)
    {
        if (json["type"] is JsonArray types && name.StartsWith(element, StringComparison.Ordinal)
            && types.FirstOrDefault(type => string.Equals((string?)type!["code"], name[element.Length..], StringComparison.OrdinalIgnoreCase)) is { } only)
            json["type"] = new JsonArray(only.DeepClone());
    }

    /// <summary>Adds the parts of an element: those of what it is a slice of, of the element that it refers to, of its profile or its type.</summary>
    private void Unfold(Line parent)
    {
        var parts = Ids.Slice(parent.Id) is var (sliced, _) && lines.Exists(line => Ids.IsPart(line.Id, sliced)) ? Parts(sliced)
            : (string?)parent.Json["contentReference"] is { } reference ? Parts(reference[(reference.IndexOf('#', StringComparison.Ordinal) + 1)..])
            : OfType(parent);
        var at = lines.IndexOf(parent) + 1;
        lines.InsertRange(at, parts.Select(part => Copy(part.Json, parent.Id + part.Tail)).ToList());
    }

    private List<(JsonElement Json, string Tail)> Parts(string whole) =>
        [.. lines.Where(line => Ids.IsPart(line.Id, whole)).Select(line => (JsonSerializer.SerializeToElement(line.Json), line.Id[whole.Length..]))];

    private List<(JsonElement Json, string Tail)> OfType(Line parent)
    {
        if (parent.Json["type"] is not JsonArray { Count: 1 } types || types[0] is not { } type || (string?)type["code"] is not { } code)
            return [];
        var profile = type["profile"] is JsonArray { Count: > 0 } profiles ? (string?)profiles[0] : null;
        var structure = (profile is null ? null : structures(profile)) ?? structures(Core + code);
        return structure is not { } found ? []
            : [.. found.Items("snapshot", "element").Skip(1).Select(line => (line, Ids.Of(line)[Ids.Of(line).IndexOf('.', StringComparison.Ordinal)..]))];
    }

    private static Line Copy(JsonElement element, string id)
    {
        var json = JsonObject.Create(element)!;
        var path = (string?)json["path"];
        json["base"] ??= new JsonObject { ["path"] = path, ["min"] = json["min"]?.DeepClone(), ["max"] = json["max"]?.DeepClone() };
        json["id"] = id;
        json["path"] = Ids.Path(id);
        return new Line(id, json);
    }
}

/// <summary>One element of a snapshot.</summary>
internal sealed record Line(string Id, JsonObject Json);
