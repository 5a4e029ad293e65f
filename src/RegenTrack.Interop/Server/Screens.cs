using System.Text;
using RegenTrack.Domain.Kernel;
using RegenTrack.Fhir;

namespace RegenTrack.Interop.Server;

/// <summary>What is refused in any text of any resource, and in any address.</summary>
internal static class Screens
{
    private const int DigitsOfOne = 13;

    /// <summary>주민등록번호 in a text; the issue never repeats it.</summary>
    public static TextScreen ResidentNumber(DateOnly day) => utf8 => HoldsResidentNumber(utf8) ? ResidentNumberIssue(day) : null;

    private static bool HoldsResidentNumber(ReadOnlySpan<byte> utf8)
    {
        var digits = 0;
        foreach (var one in utf8)
        {
            if (one is >= (byte)'0' and <= (byte)'9')
                digits++;
        }

        return digits >= DigitsOfOne && ResidentRegistrationNumber.AppearsIn(Encoding.UTF8.GetString(utf8));
    }

    public static bool InAddress(string path, string? query) =>
        ResidentRegistrationNumber.AppearsIn(Uri.UnescapeDataString(path)) || (query is not null && ResidentRegistrationNumber.AppearsIn(Uri.UnescapeDataString(query)));

    public static Issue ResidentNumberIssue(DateOnly day) => Refusals.Issue("business-rule", ResidentRegistrationNumber.Refuse(), _ => null, day);
}
