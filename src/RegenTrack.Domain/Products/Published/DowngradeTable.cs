using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Products.Published;

/// <summary>Items that the ministry has put in a lower class by notice (Decree art. 4(2)2), each from its day.</summary>
public sealed record DowngradeTable(IReadOnlyList<Downgrade> Downgrades)
{
    /// <summary>No notice has been found that lowers anything; one is added here as a row.</summary>
    public static readonly DowngradeTable None = new([]);

    public Downgrade? For(string? item, RiskClass from, DateOnly on) => item is null
        ? null
        : Downgrades.FirstOrDefault(row => row.Item == item && row.From == from && row.Since <= on && (row.Until is null || on <= row.Until));
}

/// <summary>One row: by one class only, high to medium or medium to low.</summary>
/// <param name="Until">Last day, inclusive; null while it stands.</param>
public sealed record Downgrade(string Item, RiskClass From, DateOnly Since, DateOnly? Until, Bilingual Why)
{
    public RiskClass To => From == RiskClass.High ? RiskClass.Medium : RiskClass.Low;
}
