using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RegenTrack.Fhir.Tests.Fuzzing;

/// <summary>Spoils resources the way clients do: at the places and with the values that FHIR cares about.</summary>
internal sealed class Mutator(Random random, IReadOnlyList<byte[]> examples, IReadOnlyList<string> profiles)
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-0", "1e400", "1.50", "0.000000000000000000000000000000000000000001", "99999999999999999999", "\"\"", "\" \"", "\"x\"", "\"2026-02-30\"", "\"2026-13\"",
        "\"9999-12-31T23:59:59.999+14:00\"", "\"#\"", "\"#x\"", "\"Patient/1\"", "\"urn:uuid:1\"", "\"http://hl7.org/fhir/StructureDefinition/Patient\"", "\"@nul@\"", "\"@lone@\"", "\"\\ud83d\\ude00\"",
        "\"\\u202e가\"", "{}", "[]", "[null]", "[[]]", "{\"id\":\"x\"}", "{\"resourceType\":\"Patient\"}", "{\"extension\":[{\"url\":\"http://x\"}]}", "{\"coding\":[{\"system\":\"http://x\",\"code\":\"y\"}]}",
        "{\"reference\":\"#\"}", "{\"value\":1,\"unit\":\"mg\"}", "\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><script/></div>\"",
    ];

    private static readonly string[] Names =
        ["id", "extension", "modifierExtension", "contained", "meta", "resourceType", "_status", "status", "code", "value", "valueQuantity", "valueString", "reference", "url", "n@a@me", "", "__proto__", "가"];

    private readonly Dictionary<string, List<JsonNode>> known = examples.SelectMany(example => Holders(JsonNode.Parse(example)!)).OfType<JsonObject>()
        .SelectMany(held => held).Where(member => member.Value is not null && member.Key != "resourceType")
        .GroupBy(member => member.Key, member => member.Value!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    public byte[] Next()
    {
        var bytes = examples[random.Next(examples.Count)];
        var root = JsonNode.Parse(bytes)!;
        // Half of the inputs stay structurally sound, so that they come as far as the validator.
        var gentle = random.Next(2) == 0;
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            if (gentle)
                Exchange(root);
            else
                Change(root);
        }

        if (random.Next(3) == 0 && root is JsonObject resource)
            resource["meta"] = new JsonObject { ["profile"] = new JsonArray(profiles[random.Next(profiles.Count)]) };
        // Escapes that a JSON writer would not leave as they are.
        var json = Encoding.UTF8.GetBytes(root.ToJsonString().Replace("@nul@", "\\u0000", StringComparison.Ordinal).Replace("@lone@", "\\ud800", StringComparison.Ordinal).Replace("@a@", "\\u0061", StringComparison.Ordinal));
        return !gentle && random.Next(5) == 0 ? Damage(json) : json;
    }

    /// <summary>Replaces a value by one that another example has under the same name, doubles an item, or takes an item away.</summary>
    private void Exchange(JsonNode root)
    {
        var holders = Holders(root).ToList();
        switch (holders[random.Next(holders.Count)])
        {
            case JsonObject { Count: > 0 } held:
                var (name, value) = held.ElementAt(random.Next(held.Count));
                if (random.Next(6) == 0 && name != "resourceType")
                    held.Remove(name);
                else if (known.TryGetValue(name, out var others) && others[random.Next(others.Count)] is { } other && other.GetValueKind() == value?.GetValueKind())
                    held[name] = other.DeepClone();
                break;
            case JsonArray { Count: > 1 } items when random.Next(2) == 0:
                items.RemoveAt(random.Next(items.Count));
                break;
            case JsonArray { Count: > 0 } items:
                items.Add(items[random.Next(items.Count)]?.DeepClone());
                break;
        }
    }

    private void Change(JsonNode root)
    {
        var holders = Holders(root).ToList();
        switch (holders[random.Next(holders.Count)])
        {
            case JsonObject held when held.Count > 0 && random.Next(8) > 0:
                var name = held.ElementAt(random.Next(held.Count)).Key;
                switch (random.Next(6))
                {
                    case 0:
                        held.Remove(name);
                        break;
                    case 1:
                        var moved = held[name]?.DeepClone();
                        held[Names[random.Next(Names.Length)]] = moved;
                        break;
                    case 2:
                        held[name] = new JsonArray(held[name]?.DeepClone(), held[name]?.DeepClone());
                        break;
                    case 3:
                        held[name] = Piece(root);
                        break;
                    case 4:
                        held['_' + name] = Value();
                        break;
                    default:
                        held[name] = Value();
                        break;
                }

                break;
            case JsonObject held:
                held[Names[random.Next(Names.Length)]] = Value();
                break;
            case JsonArray { Count: > 0 } items when random.Next(2) == 0:
                items.RemoveAt(random.Next(items.Count));
                break;
            case JsonArray items:
                items.Insert(random.Next(items.Count + 1), random.Next(2) == 0 ? Value() : Piece(root));
                break;
        }
    }

    private static JsonNode? Parsed(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonNode? Value() => Parsed(Values[random.Next(Values.Length)]);

    /// <summary>Part of the same resource or of another example.</summary>
    private JsonNode? Piece(JsonNode root)
    {
        var source = random.Next(2) == 0 ? root : JsonNode.Parse(examples[random.Next(examples.Count)])!;
        var parts = Holders(source).ToList();
        return parts[random.Next(parts.Count)].DeepClone();
    }

    private static IEnumerable<JsonNode> Holders(JsonNode node)
    {
        yield return node;
        var children = node is JsonObject held ? held.Select(one => one.Value) : node is JsonArray items ? items : [];
        foreach (var child in children)
        {
            if (child is not (JsonObject or JsonArray))
                continue;
            foreach (var holder in Holders(child))
                yield return holder;
        }
    }

    /// <summary>Drops, doubles or changes a few bytes, with a liking for the bytes that make JSON.</summary>
    private byte[] Damage(byte[] original)
    {
        var bytes = original.ToList();
        var at = random.Next(bytes.Count);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] = "{}[],:\"\\0-ntE"u8[random.Next(13)];
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                break;
            default:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                break;
        }

        return [.. bytes];
    }
}
