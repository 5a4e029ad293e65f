namespace RegenTrack.Fhir.Patching;

/// <summary>A JSON Pointer (RFC 6901) as its unescaped tokens; none for the whole document.</summary>
internal static class JsonPointer
{
    public const string End = "-";

    /// <summary>Null for what is no pointer.</summary>
    public static string[]? Parse(string text)
    {
        if (text.Length == 0)
            return [];
        if (text[0] != '/')
            return null;
        var tokens = text[1..].Split('/');
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!IsEscapedRight(tokens[i]))
                return null;
            // In this order: ~01 means ~1.
            tokens[i] = tokens[i].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        }

        return tokens;
    }

    /// <summary>The position that a token names, or null: digits without leading zeros.</summary>
    public static int? Index(string token) =>
        token.Length is > 0 and < 10 && !token.AsSpan().ContainsAnyExceptInRange('0', '9') && (token.Length == 1 || token[0] != '0') ? int.Parse(token, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static bool IsEscapedRight(string token)
    {
        for (var at = token.IndexOf('~', StringComparison.Ordinal); at >= 0; at = token.IndexOf('~', at + 1))
        {
            if (at + 1 == token.Length || token[at + 1] is not ('0' or '1'))
                return false;
        }

        return true;
    }
}
