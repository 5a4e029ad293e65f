using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Published;

/// <summary>One consignment from a source site to Korea.</summary>
public readonly record struct ShipmentId(string Value) : IIdentifier<ShipmentId>
{
    public static ShipmentId From(string value) => new(value);
}
