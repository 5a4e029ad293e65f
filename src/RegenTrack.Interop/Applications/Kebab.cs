using System.Text.RegularExpressions;

namespace RegenTrack.Interop.Applications;

/// <summary>Enum members as FHIR codes: MoreThanMinimal is <c>more-than-minimal</c>.</summary>
internal static partial class Kebab
{
    public static string Of<T>(T value)
        where T : struct, Enum => Humps().Replace(value.ToString(), "-$1").ToLowerInvariant();

    /// <summary>The member of a code, or null when there is none.</summary>
    public static T? Parse<T>(string? code)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Of(value) == code).Select(value => (T?)value).FirstOrDefault();

    [GeneratedRegex("(?<=.)([A-Z])")]
    private static partial Regex Humps();
}
