using System.Globalization;
using System.Text;

namespace RegenTrack.Fhir.Search;

/// <summary>Texts as searches compare them.</summary>
public static class SearchText
{
    /// <summary>
    /// Without regard to case, accents, width and repeated white space. Hangul is composed, so that a name typed as letters of its syllables is found.
    /// Both the stored text and the searched one go through this.
    /// </summary>
    public static string Normalise(string text) =>
        !Ascii.IsValid(text) ? Lower(Folded(text)) : IsSingleSpaced(text) ? text.ToLowerInvariant() : Lower(text);

    private static bool IsSingleSpaced(string text) =>
        !text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !text.StartsWith(' ') && !text.EndsWith(' ') && !text.Contains("  ", StringComparison.Ordinal);

    /// <summary>What .NET's lower case leaves apart: the folding of Unicode makes them one.</summary>
    private static string Lower(string text)
    {
        var folded = text.ToUpperInvariant().ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal).Replace('ς', 'σ');
        return string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Folded(string text)
    {
        // A lone surrogate cannot be normalised; it was no text to begin with.
        var decomposed = WellFormed(text).Normalize(NormalizationForm.FormKD);
        var kept = new StringBuilder(decomposed.Length);
        foreach (var one in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark)
                kept.Append(one);
        }

        return kept.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static string WellFormed(string text) => text.IsWellFormed() ? text : new UTF8Encoding(false, false).GetString(new UTF8Encoding(false, false).GetBytes(text));

    private static bool IsWellFormed(this string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
