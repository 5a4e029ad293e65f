using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace RegenTrack.Fhir.Checking;

/// <summary>A narrative: one well-formed XHTML div without anything that acts.</summary>
internal static partial class Xhtml
{
    private const string Namespace = "http://www.w3.org/1999/xhtml";

    private static readonly FrozenSet<string> Active = new[] { "script", "form", "iframe", "object", "embed", "base", "link", "head", "body", "frame", "input", "button" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, ConformanceLevel = ConformanceLevel.Document };

    public static bool Fits(ReadOnlySpan<byte> text)
    {
        // HTML's named entities are allowed and unknown to XML; what they mean does not matter here.
        var markup = NamedEntity().Replace(Encoding.UTF8.GetString(text), " ");
        try
        {
            using var reader = XmlReader.Create(new StringReader(markup), Settings);
            reader.MoveToContent();
            if (reader.LocalName != "div" || reader.NamespaceURI != Namespace)
                return false;
            do
            {
                if (reader.NodeType == XmlNodeType.Element && (Active.Contains(reader.LocalName) || HasHandler(reader)))
                    return false;
            }
            while (reader.Read());
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool HasHandler(XmlReader reader)
    {
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || reader.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        reader.MoveToElement();
        return false;
    }

    [GeneratedRegex("&(?!amp;|lt;|gt;|quot;|apos;)[A-Za-z][A-Za-z0-9]{1,15};")]
    private static partial Regex NamedEntity();
}
