using System.Globalization;
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

    public string Write(IDataProtectionProvider protection, SearchPlan plan, string? institution) => Of(protection, plan, institution).Write(string.Create(
        CultureInfo.InvariantCulture,
        $"{End.Updated.UtcTicks}.{(End.Value is { } value ? BitConverter.DoubleToInt64Bits(value) : "")}.{Total}.{End.Id}"));

    /// <summary>Null for what this server did not write for this search.</summary>
    public static SearchCursor? Read(string cursor, IDataProtectionProvider protection, SearchPlan plan, string? institution)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (Of(protection, plan, institution).Read(cursor)?.Split('.', 4) is not [var updated, var value, var total, var id])
            return null;
        return new SearchCursor(
            new PageEnd(id, value.Length == 0 ? null : BitConverter.Int64BitsToDouble(long.Parse(value, invariant)), new DateTimeOffset(long.Parse(updated, invariant), TimeSpan.Zero)),
            total.Length == 0 ? null : long.Parse(total, invariant));
    }

    private static SealedCursor Of(IDataProtectionProvider protection, SearchPlan plan, string? institution) =>
        new(protection, Purpose, plan.Type, institution ?? "", string.Join('&', plan.Honoured.Where(pair => !Free.Contains(pair.Key)).Select(pair => $"{pair.Key}={pair.Value}")));
}
