using RegenTrack.Domain.Cells.Temperature;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>A logger file of the shipment, with what it means for each product in it. The file itself is kept byte for byte under its hash.</summary>
/// <param name="Container">Null: the log speaks for all containers.</param>
/// <param name="OffsetMinutes">Of the device clock to UTC.</param>
/// <param name="OffsetStated">The file says the offset; otherwise the inspector did.</param>
public sealed record AttachedLog(
    string Sha256,
    string? Container,
    string Format,
    string Device,
    string Serial,
    int OffsetMinutes,
    bool OffsetStated,
    int Readings,
    IReadOnlyList<TemperatureVerdict> Verdicts);
