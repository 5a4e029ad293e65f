using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Labels;

/// <summary>How certain a donation number is that came in as text.</summary>
public enum EntryAssurance
{
    /// <summary>Thirteen characters alone: a typing mistake would go unnoticed.</summary>
    Unchecked,

    /// <summary>A bar code was read; the symbol carries its own check.</summary>
    Scanned,

    /// <summary>The check character, or flags that hold its value, agree.</summary>
    Checked,
}

/// <summary>A donation number as a person typed it or a scanner sent it.</summary>
/// <param name="Flags">The two flag characters of the bar code; not part of the number.</param>
public sealed record DonationNumberEntry(DonationNumber Number, EntryAssurance Assurance, string? Flags)
{
    /// <summary>
    /// Reads <c>=A99992612345600</c> (bar code), <c>A9999 26 123456 T</c> (typed with its check character),
    /// <c>A99992612345689</c> (with flags) or thirteen characters alone.
    /// </summary>
    public static (DonationNumberEntry? Entry, Refusal? Refusal) Read(string text)
    {
        var compact = string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character is not '-'));
        var scanned = compact.StartsWith('=');
        if (scanned) compact = compact[1..];
        if (compact.Any(char.IsAsciiLetterLower)) return (null, LabelRefusals.LowerCase);
        if (compact.Length is < DonationNumber.Length or > DonationNumber.Length + 2 || (scanned && compact.Length != DonationNumber.Length + 2))
            return (null, LabelRefusals.WrongLength(compact.Length));
        if (!DonationNumber.IsWellFormed(compact.AsSpan(0, DonationNumber.Length))) return (null, LabelRefusals.Malformed);

        var number = DonationNumber.From(compact[..DonationNumber.Length]);
        return compact.Length switch
        {
            DonationNumber.Length => (new(number, EntryAssurance.Unchecked, null), null),
            DonationNumber.Length + 1 when compact[^1] == number.CheckCharacter => (new(number, EntryAssurance.Checked, null), null),
            DonationNumber.Length + 1 => (null, LabelRefusals.WrongCheckCharacter),
            _ => WithFlags(number, compact[DonationNumber.Length..], scanned),
        };
    }

    private static (DonationNumberEntry?, Refusal?) WithFlags(DonationNumber number, string flags, bool scanned)
    {
        // Flags 60..96 hold 60 + check value; all others mean something else and prove nothing.
        var holdCheck = int.TryParse(flags, out var value) && value is >= 60 and <= 96;
        if (holdCheck && value != 60 + Labels.CheckCharacter.ValueOf(number.Value)) return (null, LabelRefusals.WrongCheckCharacter);
        if (!flags.All(char.IsAsciiLetterOrDigit)) return (null, LabelRefusals.Malformed);
        var assurance = holdCheck ? EntryAssurance.Checked : scanned ? EntryAssurance.Scanned : EntryAssurance.Unchecked;
        return (new(number, assurance, flags), null);
    }
}
