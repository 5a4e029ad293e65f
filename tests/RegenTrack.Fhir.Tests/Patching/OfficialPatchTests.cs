using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using RegenTrack.Fhir.Patching;

namespace RegenTrack.Fhir.Tests.Patching;

/// <summary>HL7's own cases for patches.</summary>
public class OfficialPatchTests
{
    /// <summary>XML Patch (RFC 5261) changes XML documents by XPath; this engine reads and writes JSON only.</summary>
    private static readonly string[] NeedXml =
    [
        "Missing patch operation", "Missing target document", "Remove Element - simplest", "Remove Element - error", "Remove Element - duplicate 1", "Remove Element - duplicate 2",
        "Remove By Attribute - duplicate 1", "Remove By Attribute - duplicate 2", "Remove Attribute - duplicate 1", "Remove Text", "Remove Element - NS1", "Remove Element - NS error",
        "Add simple case", "Add text", "Add attribute", "Add other NS", "A.1.  Adding an Element", "A.2.  Adding an Attribute", "A.3.  Adding a Prefixed Namespace Declaration",
        "A.4.  Adding a Comment Node with the 'pos' Attribute", "A.5.  Adding Multiple Nodes", "A.6.  Replacing an Element", "A.7.  Replacing an Attribute Value",
        "A.9.  Replacing a Comment Node", "A.11.  Replacing a Text Node",
        "A.12.  Removing an Element", "A.13.  Removing an Attribute", "A.15.  Removing a Comment Node",
        "A.17.  Removing a Text Node",
    ];

    private static readonly Dictionary<string, string> Refusals = new()
    {
        ["4.1. add with missing object"] = "patch-target-missing",
        ["A.9.  Testing a Value: Error"] = "patch-test-failed",
        ["A.12.  Adding to a Non-existent Target"] = "patch-target-missing",
        ["A.15. Comparing Strings and Numbers"] = "patch-test-failed",
    };

    [Fact]
    public void every_json_patch_case_ends_as_it_must()
    {
        var cases = JsonNode.Parse(File.ReadAllBytes(SharedData.PathOf("fhir-patch/json-patch-tests.json")))!.AsArray();
        Assert.Equal(16, cases.Count);
        Assert.All(cases, one =>
        {
            var result = JsonPatch.Apply(Bytes(one!["doc"]), Bytes(one["patch"]));
            if (one["expected"] is { } expected)
                Assert.True(result.Succeeded && JsonNode.DeepEquals(expected, JsonNode.Parse(result.Document.Span)), $"{one["comment"]}: {Encoding.UTF8.GetString(result.Document.Span)}");
            else
                Assert.Equal(Refusals[(string)one["comment"]!], Assert.Single(result.Issues).Code);
        });
        Assert.Equal(Refusals.Keys.Order(), cases.Where(one => one!["error"] is not null).Select(one => (string)one!["comment"]!).Order());
    }

    [Fact]
    public void the_cases_that_do_not_apply_are_those_of_xml_patch_and_no_others()
    {
        var names = XDocument.Load(SharedData.PathOf("fhir-patch/xml-patch-tests.xml")).Root!.Elements("case").Select(one => one.Attribute("name")!.Value);
        Assert.Equal(NeedXml, names);
        Assert.Equal(["json-patch-tests.json", "xml-patch-tests.xml"], Directory.GetFiles(SharedData.PathOf("fhir-patch")).Select(Path.GetFileName).Order());
    }

    private static byte[] Bytes(JsonNode? node) => Encoding.UTF8.GetBytes(node!.ToJsonString());
}
