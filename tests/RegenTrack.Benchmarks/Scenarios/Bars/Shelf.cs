using System.Text.Json;
using RegenTrack.EventStore;

namespace RegenTrack.Benchmarks.Scenarios.Bars;

/// <summary>An event of about 235 bytes and a state that it folds into: what the bars of the store are measured with.</summary>
public sealed record Scanned(string Item, string Place, string By, int Quantity, DateTimeOffset At, string Note)
{
    public static Scanned Make(int number) => new(
        $"A9999261234{number % 100:00}", "Incheon Airport, cold store 4, shelf 12", "inspector-17", number % 9 + 1,
        new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddSeconds(number), "seal intact; label legible; container upright");
}

/// <summary>What a shelf holds.</summary>
public sealed record Shelf(int Scans, long Quantity, string? LastItem, DateTimeOffset? LastAt)
{
    public static readonly Shelf Initial = new(0, 0, null, null);

    public static Shelf Evolve(Shelf state, object stored) =>
        stored is Scanned scanned ? new(state.Scans + 1, state.Quantity + scanned.Quantity, scanned.Item, scanned.At) : state;
}

/// <summary>Shelves with or without an inline snapshot.</summary>
public sealed class ShelfSchema : StreamSchema<Shelf>
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    public static readonly ShelfSchema Kept = new("kept", keepsSnapshot: true);
    public static readonly ShelfSchema Folded = new("folded", keepsSnapshot: false);

    private ShelfSchema(string alias, bool keepsSnapshot)
        : base(alias, Shelf.Initial, Shelf.Evolve, Options, keepsSnapshot) => Name(typeof(Scanned), "scanned_v1");
}
