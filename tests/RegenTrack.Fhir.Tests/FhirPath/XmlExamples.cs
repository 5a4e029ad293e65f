using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using RegenTrack.Fhir.FhirPath;

namespace RegenTrack.Fhir.Tests.FhirPath;

/// <summary>The inputs of HL7's test file. The engine reads JSON only, so the XML ones are put into JSON here; the structure check proves it done right.</summary>
internal static class XmlExamples
{
    private static readonly HashSet<string> Repeating =
    [
        "meta.profile", "CodeSystem.identifier", "Patient.identifier", "CodeSystem.contact", "ValueSet.contact", "Patient.contact", "contact.telecom", "Patient.telecom",
        "CodeSystem.filter", "include.filter", "filter.operator", "CodeSystem.concept", "concept.designation", "Observation.category", "category.coding", "code.coding", "type.coding",
        "relationship.coding", "Parameters.parameter", "expansion.parameter", "Patient.name", "name.given", "Patient.address", "address.line", "contact.relationship", "Questionnaire.item",
        "item.item", "item.code", "Questionnaire.subjectType", "item.enableWhen", "compose.include", "expansion.contains", "contains.contains",
    ];

    private static readonly HashSet<string> Bare =
    [
        "telecom.rank", "valueQuantity.value", "valueAge.value", "parameter.valueInteger", "parameter.valueDecimal", "expansion.total", "expansion.offset",
        "Patient.active", "CodeSystem.experimental", "ValueSet.experimental", "CodeSystem.caseSensitive", "Patient.deceasedBoolean", "contains.abstract",
    ];

    public static PathItem Read(string file)
    {
        var bytes = SharedData.Bytes("fhirpath/input/" + file);
        var json = file.EndsWith(".xml", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(ToJson(Encoding.UTF8.GetString(bytes)).ToJsonString()) : bytes;
        return PathItem.Of(FhirDocument.Parse(json).Root);
    }

    public static JsonObject ToJson(string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        var json = Object(root);
        json.Insert(0, "resourceType", root.Name.LocalName);
        return json;
    }

    private static JsonObject Object(XElement element)
    {
        var json = new JsonObject();
        foreach (var attribute in element.Attributes().Where(one => one.Name.LocalName is "id" or "url" && one.Name.NamespaceName.Length == 0))
            json[attribute.Name.LocalName] = attribute.Value;
        foreach (var group in element.Elements().GroupBy(child => child.Name.LocalName))
        {
            var key = $"{element.Name.LocalName}.{group.Key}";
            var repeats = group.Key == "extension" || Repeating.Contains(key);
            var (values, shadows) = (group.Select(child => Value(child, key)).ToList(), group.Select(Shadow).ToList());
            Assert.True(repeats || values.Count == 1, key);
            if (values.Exists(value => value is not null))
                json[group.Key] = repeats ? new JsonArray([.. values]) : values[0];
            if (shadows.Exists(shadow => shadow is not null))
                json['_' + group.Key] = repeats ? new JsonArray([.. shadows]) : shadows[0];
        }

        return json;
    }

    private static JsonNode? Value(XElement element, string key)
    {
        if (element.Name.NamespaceName == "http://www.w3.org/1999/xhtml")
            return element.ToString(SaveOptions.DisableFormatting);
        if (element.Attribute("value") is { } value)
            return Bare.Contains(key) ? JsonNode.Parse(value.Value) : JsonValue.Create(value.Value);
        return IsPrimitive(element) ? null : Object(element);
    }

    private static JsonObject? Shadow(XElement element) => IsPrimitive(element) && element.HasElements && element.Name.LocalName != "div" ? Object(element) : null;

    private static bool IsPrimitive(XElement element) =>
        element.Attribute("value") is not null || element.Name.LocalName == "div" || element.Elements().All(child => child.Name.LocalName == "extension" && element.Name.LocalName != "expansion");
}
