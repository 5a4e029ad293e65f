namespace RegenTrack.Interop.Server.Scopes;

/// <summary>What SMART 2 scopes allow, in the order of their letters <c>cruds</c>.</summary>
[Flags]
public enum Interactions
{
    None = 0,
    Create = 1,

    /// <summary>Reading one resource, its versions and its history.</summary>
    Read = 2,

    /// <summary>Update and patch.</summary>
    Update = 4,
    Delete = 8,

    /// <summary>Search, and the history of a type.</summary>
    Search = 16,
    All = 31,
}

/// <summary>Interactions as letters.</summary>
public static class InteractionLetters
{
    private const string Letters = "cruds";

    /// <summary>E.g. <c>rs</c>.</summary>
    public static string Of(Interactions interactions) =>
        string.Concat(Letters.Where((_, index) => interactions.HasFlag((Interactions)(1 << index))));

    /// <summary>What letters in the order <c>cruds</c>, or the words of version 1 (<c>read</c>, <c>write</c>, <c>*</c>), allow; none for anything else.</summary>
    public static Interactions Read(string text) => text switch
    {
        "read" => Interactions.Read | Interactions.Search,
        "write" => Interactions.Create | Interactions.Update | Interactions.Delete,
        "*" => Interactions.All,
        _ => InOrder(text),
    };

    private static Interactions InOrder(string text)
    {
        var (found, after) = (Interactions.None, -1);
        foreach (var letter in text)
        {
            var at = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (at <= after)
                return Interactions.None;
            (found, after) = (found | (Interactions)(1 << at), at);
        }

        return found;
    }
}
