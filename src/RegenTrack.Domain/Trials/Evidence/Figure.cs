using System.Globalization;

namespace RegenTrack.Domain.Trials.Evidence;

/// <summary>A number exactly as the source wrote it. Registries write <c>NA</c>, <c>&lt;1</c> and <c>1,204</c>; none of these may be lost or rounded.</summary>
public sealed record Figure(string Text)
{
    /// <summary>The value, when the text is a plain decimal number.</summary>
    public decimal? Number =>
        decimal.TryParse(Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : null;

    public override string ToString() => Text;

    public static Figure? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text);
}
