using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Cells.Temperature;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Cells;

/// <summary>One attached logger file, read again from its bytes.</summary>
public sealed record GetTemperatureLog(Actor Actor, string Shipment, string Sha256) : IQuery<TemperatureLogDetail>
{
    public static async Task<TemperatureLogDetail?> Answer(GetTemperatureLog query, QueryContext context, CancellationToken cancellation)
    {
        var (shipment, _) = await context.Events.State(ShipmentStream.Type, query.Shipment, cancellation);
        if (!shipment.Exists || !ShipmentStream.Type.IsVisible(query.Actor, shipment)) return null;
        if (shipment.Logs.FirstOrDefault(log => log.Sha256 == query.Sha256) is not { } attached) return null;
        var file = await new AttachmentStore(context.Database).Open(query.Sha256, cancellation);
        return file is not null && LoggerFile.Read(file.Bytes.Span).Log is { } log
            ? new(shipment, attached, log, file)
            : null;
    }
}

public sealed record TemperatureLogDetail(Shipment Shipment, AttachedLog Attached, TemperatureLog Log, AttachmentContent File);
