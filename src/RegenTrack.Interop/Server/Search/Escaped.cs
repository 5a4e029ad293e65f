using System.Text;

namespace RegenTrack.Interop.Server.Search;

/// <summary>Values of search parameters, in which a backslash takes the meaning from <c>, | $ \</c>.</summary>
internal static class Escaped
{
    /// <summary>The parts between separators that are not escaped; each still escaped.</summary>
    public static IReadOnlyList<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == separator)
            {
                parts.Add(text[from..at]);
                from = at + 1;
            }
        }

        parts.Add(text[from..]);
        return parts;
    }

    public static string Plain(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is ',' or '|' or '$' or '\\')
                at++;
            plain.Append(text[at]);
        }

        return plain.ToString();
    }
}
