using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server.Search;

/// <summary>Where a page ended, so that the next one goes on there. Only this server can write it, and it holds for the same search of the same institution only.</summary>
/// <param name="Total">As the first page counted.</param>
internal sealed record SearchCursor(PageEnd End, long? Total)
{
    private const string Purpose = "fhir-search-cursor";

    // They say how a page looks, not which resources are walked.
    private static readonly string[] Free = ["_count", "_elements", "_format", "_pretty", "_summary", "_include", "_revinclude", "_total"];

    public string Write(IDataProtectionProvider protection, SearchPlan plan, string? institution) => Protector(protection).Protect(string.Create(
        CultureInfo.InvariantCulture,
        $"{Of(plan, institution):x16}.{End.Updated.UtcTicks}.{(End.Value is { } value ? BitConverter.DoubleToInt64Bits(value) : "")}.{Total}.{End.Id}"));

    /// <summary>Null for what this server did not write for this search.</summary>
    public static SearchCursor? Read(string cursor, IDataProtectionProvider protection, SearchPlan plan, string? institution)
    {
        string text;
        try
        {
            text = Protector(protection).Unprotect(cursor);
        }
        catch (CryptographicException)
        {
            return null;
        }

        var invariant = CultureInfo.InvariantCulture;
        if (text.Split('.', 5) is not [var search, var updated, var value, var total, var id] || search != Of(plan, institution).ToString("x16", invariant))
            return null;
        return new SearchCursor(
            new PageEnd(id, value.Length == 0 ? null : BitConverter.Int64BitsToDouble(long.Parse(value, invariant)), new DateTimeOffset(long.Parse(updated, invariant), TimeSpan.Zero)),
            total.Length == 0 ? null : long.Parse(total, invariant));
    }

    private static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector(Purpose);

    private static long Of(SearchPlan plan, string? institution) =>
        SearchHash.Of(plan.Type, institution ?? "", string.Join('&', plan.Honoured.Where(pair => !Free.Contains(pair.Key)).Select(pair => $"{pair.Key}={pair.Value}")));
}
