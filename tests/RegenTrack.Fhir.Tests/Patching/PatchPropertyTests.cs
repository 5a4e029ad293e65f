using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Patching;

namespace RegenTrack.Fhir.Tests.Patching;

/// <summary>What holds for every patch of every official example.</summary>
public class PatchPropertyTests
{
    private const int Seed = 20261125;

    private static readonly List<(string Name, byte[] Bytes)> Examples =
        [.. Directory.GetFiles(SharedData.PathOf("fhir-r4-examples"), "*.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))).Where(one => one.Item2.Length < 8_000)];

    [Fact]
    public void an_empty_patch_changes_no_number_and_no_text()
    {
        Assert.All(Examples, example =>
        {
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(example.Bytes), JsonNode.Parse(JsonPatch.Apply(example.Bytes, "[]"u8.ToArray()).Document.Span)), example.Name);
            var node = JsonNode.Parse(example.Bytes);
            Assert.Equal(Numbers(node), Numbers(JsonNode.Parse(JsonPatch.Apply(example.Bytes, "[]"u8.ToArray()).Document.Span)));
        });
    }

    [Fact]
    public void what_is_added_tested_and_removed_again_leaves_nothing_behind()
    {
        var (random, done) = (new Random(Seed), 0);
        foreach (var (name, bytes) in Examples)
        {
            var root = JsonNode.Parse(bytes)!;
            var pointers = Pointers(root, "").ToList();
            for (var i = 0; i < 5; i++)
            {
                var (pointer, node) = pointers[random.Next(pointers.Count)];
                var into = node is JsonArray ? $"{pointer}/{random.Next(node.AsArray().Count + 1)}" : pointer + "/added";
                if (node is not (JsonObject or JsonArray))
                    continue;
                var result = JsonPatch.Apply(bytes, Encoding.UTF8.GetBytes($$$"""[{"op":"add","path":{{{Json(into)}}},"value":{"x":1.50}},{"op":"test","path":{{{Json(into)}}},"value":{"x":1.5}},{"op":"remove","path":{{{Json(into)}}}}]"""));
                Assert.True(result.Succeeded && JsonNode.DeepEquals(root, JsonNode.Parse(result.Document.Span)), $"seed {Seed}: {name} {into}");
                done++;
            }
        }

        Assert.True(done > 100, $"only {done}");
    }

    [Fact]
    public void a_value_replaced_by_itself_leaves_the_resource_as_it_is_and_a_deleted_one_leaves_it_readable()
    {
        string[] harmless = ["required-element-missing", "element-empty", "code-not-in-value-set"];
        var (random, replaced, deleted) = (new Random(Seed), 0, 0);
        foreach (var (name, bytes) in Examples)
        {
            using var read = FhirDocument.Parse(bytes);
            if (read.HasErrors)
                continue;
            var root = JsonNode.Parse(bytes)!;
            var pointers = Pointers(root, "").Where(one => one.Pointer.Length > 0 && one.Node is not JsonArray && one.Pointer is not ("/id" or "/resourceType") && !one.Pointer.Contains("/resource", StringComparison.Ordinal) && !one.Pointer.Contains("/_", StringComparison.Ordinal) && !one.Pointer.Split('/').Any(IsAmbiguous)).ToList();
            for (var i = 0; i < 4; i++)
            {
                var (pointer, node) = pointers[random.Next(pointers.Count)];
                var path = Expression(read.Type, pointer);
                // What stands beside a value is replaced with it.
                if (node is JsonValue && !(node.Parent is JsonObject holder && holder.ContainsKey('_' + node.GetPropertyName())))
                {
                    var type = node.GetValueKind() switch { System.Text.Json.JsonValueKind.String => "valueString", System.Text.Json.JsonValueKind.Number => "valueDecimal", _ => "valueBoolean" };
                    var same = FhirPathPatch.Apply(bytes, Patch("replace", path, $$""","part":[{"name":"value","{{type}}":{{node.ToJsonString()}}}]"""));
                    if (same.Succeeded)
                    {
                        Assert.True(JsonNode.DeepEquals(root, JsonNode.Parse(same.Document.Span)), $"seed {Seed}: {name} {path}");
                        replaced++;
                    }
                }

                var result = FhirPathPatch.Apply(bytes, Patch("delete", path, ""));
                Assert.True(result.Succeeded, $"seed {Seed}: {name} {path} {string.Join(' ', result.Issues.Select(issue => issue.Code))}");
                Assert.False(JsonNode.DeepEquals(root, JsonNode.Parse(result.Document.Span)), $"seed {Seed}: {name} {path}");
                Assert.All(FhirDocument.Parse(result.Document).Issues, issue => Assert.True(harmless.Contains(issue.Code), $"seed {Seed}: {name} {path} {issue}"));
                deleted++;
            }
        }

        Assert.True(replaced > 100 && deleted > 300, $"only {replaced} and {deleted}");
    }

    [Fact]
    public void an_item_moved_and_moved_back_is_where_it_was()
    {
        var (random, done) = (new Random(Seed), 0);
        foreach (var (name, bytes) in Examples)
        {
            using var read = FhirDocument.Parse(bytes);
            var root = JsonNode.Parse(bytes)!;
            foreach (var (pointer, node) in Pointers(root, "").Where(one => one.Node is JsonArray { Count: > 1 } && !one.Pointer.Contains("/_", StringComparison.Ordinal)).Take(3))
            {
                var (from, to) = (random.Next(node!.AsArray().Count), random.Next(node.AsArray().Count));
                var there = FhirPathPatch.Apply(bytes, Patch("move", Expression(read.Type, pointer), Ends(from, to)));
                Assert.True(there.Succeeded, $"{name} {pointer}");
                var back = FhirPathPatch.Apply(there.Document, Patch("move", Expression(read.Type, pointer), Ends(to, from)));
                Assert.True(JsonNode.DeepEquals(root, JsonNode.Parse(back.Document.Span)), $"seed {Seed}: {name} {pointer} {from} {to}");
                done++;
            }
        }

        Assert.True(done > 30, $"only {done}");
    }

    [Fact]
    public void spoilt_patches_and_documents_are_refused_or_applied_but_never_break()
    {
        var (random, refused, applied) = (new Random(Seed), 0, 0);
        var patch = Encoding.UTF8.GetBytes("""[{"op":"copy","from":"/meta","path":"/text"},{"op":"move","from":"/text","path":"/x~1y"},{"op":"add","path":"/a/-","value":{"b":[1.50,"\ud83d\ude00"]}},{"op":"test","path":"","value":null}]""");
        var parameters = Patch("replace", "Patient.name.given[0]", ""","part":[{"name":"value","valueString":"\ud83d\ude00"}]""");
        for (var i = 0; i < 3_000; i++)
        {
            var document = Spoilt(Examples[random.Next(Examples.Count)].Bytes, random);
            foreach (var result in new[] { JsonPatch.Apply(document, Spoilt(patch, random)), FhirPathPatch.Apply(document, Spoilt(parameters, random)) })
            {
                (refused, applied) = result.Succeeded ? (refused, applied + 1) : (refused + 1, applied);
                Assert.All(result.Issues, issue => Assert.True(issue.Korean.Length > 0 && issue.English.Length > 0));
                if (result.Succeeded)
                    Assert.NotNull(JsonNode.Parse(result.Document.Span));
            }
        }

        Assert.True(refused > 1000, $"seed {Seed}: {refused} refused, {applied} applied");
    }

    private static byte[] Spoilt(byte[] bytes, Random random)
    {
        var copy = bytes.ToArray();
        for (var i = random.Next(4); i > 0; i--)
            copy[random.Next(copy.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : copy[random.Next(copy.Length)];
        return copy;
    }

    private static byte[] Patch(string type, string path, string more)
    {
        var parts = $$"""{"name":"type","valueCode":"{{type}}"},{"name":"path","valueString":{{Json(path)}}}""";
        var rest = more.Length == 0 ? "" : ',' + more[",\"part\":[".Length..^1];
        return Encoding.UTF8.GetBytes($$"""{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{{parts}}{{rest}}]}]}""");
    }

    private static string Ends(int from, int to) => $$""","part":[{"name":"source","valueInteger":{{from}}},{"name":"destination","valueInteger":{{to}}}]""";

    private static string Json(string text) => JsonValue.Create(text).ToJsonString();

    private static List<string> Numbers(JsonNode? node) =>
        [.. Pointers(node!, "").Where(one => one.Node is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number).Select(one => one.Node!.ToJsonString())];

    /// <summary>Every place of a document as a pointer.</summary>
    private static IEnumerable<(string Pointer, JsonNode? Node)> Pointers(JsonNode? node, string pointer)
    {
        yield return (pointer, node);
        var parts = node switch
        {
            JsonObject properties => properties.Select(property => (property.Key, property.Value)),
            JsonArray items => items.Select((item, index) => (index.ToString(CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach (var (name, value) in parts)
        {
            foreach (var one in Pointers(value, $"{pointer}/{name}"))
                yield return one;
        }
    }

    /// <summary>A pointer as FHIRPath, where a choice is called without its type.</summary>
    private static string Expression(string type, string pointer)
    {
        var path = new StringBuilder(type);
        foreach (var token in pointer[1..].Split('/'))
            path.Append(char.IsAsciiDigit(token[0]) ? $"[{token}]" : $".`{(Names.Contains(token) ? token : Choices.First(choice => token.StartsWith(choice, StringComparison.Ordinal)))}`");
        return path.ToString();
    }

    /// <summary>An element of one resource that is called as a choice of another.</summary>
    private static bool IsAmbiguous(string token) => Names.Contains(token) && Choices.Any(choice => token.Length > choice.Length && token.StartsWith(choice, StringComparison.Ordinal) && char.IsAsciiLetterUpper(token[choice.Length]));

    private static readonly List<string> Elements =
        [.. Catalogue.R4.All("StructureDefinition").Where(one => one.Text("kind") != "logical" && one.Text("derivation") != "constraint").SelectMany(one => one.Items("snapshot", "element")).Select(element => element.Text("path")!.Split('.')[^1]).Distinct()];

    private static readonly HashSet<string> Names = [.. Elements.Where(name => !name.EndsWith("[x]", StringComparison.Ordinal))];

    private static readonly List<string> Choices = [.. Elements.Where(name => name.EndsWith("[x]", StringComparison.Ordinal)).Select(name => name[..^3]).OrderByDescending(name => name.Length)];
}
