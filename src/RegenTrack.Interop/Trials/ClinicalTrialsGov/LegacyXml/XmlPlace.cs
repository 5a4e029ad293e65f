using System.Xml;
using System.Xml.Linq;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.LegacyXml;

/// <summary>An element of the document. Problems name the element and its line.</summary>
internal sealed class XmlPlace(XElement element, ReadingProblems problems)
{
    public string Where => element is IXmlLineInfo line && line.HasLineInfo()
        ? $"<{element.Name.LocalName}> (line {line.LineNumber})"
        : $"<{element.Name.LocalName}>";

    public ReadingProblems Problems => problems;

    public string? Content => Trimmed(element.Value);

    public XmlPlace? Child(string name) => element.Element(name) is { } child ? new XmlPlace(child, problems) : null;

    public string? Text(string name) => element.Element(name) is { } child ? Trimmed(child.Value) : null;

    public string? Attribute(string name) => element.Attribute(name)?.Value;

    public string Required(string name) => Text(name) ?? Lacks($"{Where}/{name}");

    public string RequiredAttribute(string name) => Attribute(name) is { Length: > 0 } value ? value : Lacks($"{Where}/@{name}");

    public IReadOnlyList<T> Each<T>(string name, Func<XmlPlace, T> read) =>
        [.. element.Elements(name).Select(child => read(new XmlPlace(child, problems)))];

    /// <summary>The items of a list element, e.g. <c>group</c> in <c>group_list</c>.</summary>
    public IReadOnlyList<T> Each<T>(string list, string name, Func<XmlPlace, T> read) => Child(list)?.Each(name, read) ?? [];

    public IReadOnlyList<string> Texts(string name) => [.. element.Elements(name).Select(child => child.Value.Trim()).Where(text => text.Length > 0)];

    private string Lacks(string where)
    {
        problems.Missing(where);
        return "";
    }

    private static string? Trimmed(string text) => text.Trim() is { Length: > 0 } kept ? kept : null;
}
