using System.Text.Json.Nodes;
using RegenTrack.App.Attachments;
using RegenTrack.App.Cells;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Cells.Temperature;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Cells;

/// <summary>A consignment, each lot in its container, and what its loggers recorded on the way.</summary>
internal sealed class RenderShipment(AttachmentStore files) : Rendering<Shipment>(ShipmentStream.Type, "SupplyDelivery", "DocumentReference", "Observation", "DetectedIssue")
{
    protected override string? Institution(Shipment state) => state.Importer?.Value;

    // A file never changes, but to read one twice costs more than what is saved.
    protected override bool LooksBeyond(Shipment state) => state.Logs.Count > 0;

    protected override async ValueTask<IEnumerable<JsonObject>> Resources(Shipment state, EventReader reader, CancellationToken cancellation)
    {
        List<JsonObject> resources = [MapShipment.Consignment(state), .. state.Units.Select((_, index) => MapShipment.Container(state, index))];
        foreach (var (index, attached) in state.Logs.Index())
        {
            // The file was there before the event that names it, or that event would have been refused.
            if (await files.Open(attached.Sha256, cancellation) is not { } file)
                continue;
            resources.Add(MapTemperature.File(state, index, file.Attachment.Length));
            resources.AddRange(MapTemperature.Excursions(state, attached).Select(verdict => MapTemperature.Excursion(state, index, verdict)));
            if (LoggerFile.Read(file.Bytes.Span).Log is { } log)
                resources.AddRange(TemperatureSegment.Of(log, TimeSpan.FromMinutes(attached.OffsetMinutes)).Select((segment, place) => MapTemperature.Segment(state, index, segment, place)));
        }

        return resources;
    }
}
