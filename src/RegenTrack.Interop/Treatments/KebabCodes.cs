using System.Collections.Frozen;
using System.Text;

namespace RegenTrack.Interop.Treatments;

/// <summary>FHIR codes of an enum: <c>LegalRepresentative</c> is <c>legal-representative</c>.</summary>
public static class KebabCodes<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> ByCode =
        Enum.GetValues<T>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>Every code, for messages.</summary>
    public static string All => string.Join(", ", ByCode.Keys.Order(StringComparer.Ordinal));

    public static T? Find(string? code) => code is not null && ByCode.TryGetValue(code, out var value) ? value : null;

    public static string Of(T value)
    {
        var code = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && code.Length > 0)
                code.Append('-');
            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }
}
