namespace RegenTrack.Domain.Cells.Labels;

/// <summary>ISO/IEC 7064 MOD 37-2: the one check character of a donation number (<c>0-9</c>, <c>A-Z</c>, <c>*</c>).</summary>
public static class CheckCharacter
{
    private const string Table = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    /// <summary>Check value 0..36 of a text of capitals and digits; -1 when it holds anything else.</summary>
    public static int ValueOf(ReadOnlySpan<char> text)
    {
        var product = 0;
        foreach (var character in text)
        {
            var value = Table.IndexOf(character, StringComparison.Ordinal);
            if (value is < 0 or 36) return -1;
            product = (product + value) * 2 % 37;
        }

        return (38 - product) % 37;
    }

    public static char Of(ReadOnlySpan<char> text) => Table[ValueOf(text)];
}
