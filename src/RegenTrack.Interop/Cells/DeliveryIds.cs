using System.Globalization;

namespace RegenTrack.Interop.Cells;

/// <summary>Ids of SupplyDeliveries: the shipment's own, and for a lot in its container the shipment's with the lot's place in the announcement, which never changes.</summary>
internal static class DeliveryIds
{
    public static string Of(string shipment, int index) => string.Create(CultureInfo.InvariantCulture, $"{shipment}.{index + 1}");

    /// <summary>The shipment and the index of the unit, or null when it is no container's id.</summary>
    public static (string Shipment, int Index)? Parse(string id) =>
        id.LastIndexOf('.') is var at and > 0 && int.TryParse(id.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place > 0 ? (id[..at], place - 1) : null;
}
