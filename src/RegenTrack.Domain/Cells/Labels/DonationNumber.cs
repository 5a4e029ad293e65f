using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Labels;

/// <summary>ISBT 128 donation identification number: facility (5), year (2), serial (6); without flags and check character.</summary>
public readonly record struct DonationNumber(string Value) : IIdentifier<DonationNumber>
{
    public const int Length = 13;

    public string Facility => Value[..5];

    public string Year => Value[5..7];

    public string Serial => Value[7..];

    public char CheckCharacter => Labels.CheckCharacter.Of(Value);

    /// <summary>As printed on a label: <c>G1234 17 654321 A</c>.</summary>
    public string Printed => $"{Facility} {Year} {Serial} {CheckCharacter}";

    public static DonationNumber From(string value) => new(value);

    /// <summary>One capital or digit, then digits only. Says nothing about whether the number was ever issued.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text) =>
        text.Length == Length && (char.IsAsciiLetterUpper(text[0]) || char.IsAsciiDigit(text[0])) && !text[1..].ContainsAnyExceptInRange('0', '9');
}
