using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Temperature;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>Attach a logger file that is already stored, and judge it for every product of the shipment.</summary>
/// <param name="Container">Null: the logger speaks for all containers.</param>
/// <param name="OffsetMinutes">Of the device clock to UTC, for files that do not say; ignored for files that do.</param>
public sealed record AttachTemperatureLog(ShipmentId Shipment, string Sha256, string? Container, int? OffsetMinutes)
{
    /// <param name="file">The stored bytes, read; null when nothing is stored under the hash.</param>
    public static Outcome<ShipmentEvent> Decide(Shipment state, AttachTemperatureLog command, LoggerFile? file, Circumstances at)
    {
        if (!state.Exists) return ShipmentRefusals.Unknown;
        if (state.DispatchedAt is not { } dispatched || state.ArrivedAt is not { } arrived) return ShipmentRefusals.NotArrived;
        if (command.Container is not null && state.Containers.All(container => container.Number != command.Container)) return ShipmentRefusals.UnknownContainer;
        if (state.Logs.Any(log => log.Sha256 == command.Sha256 && log.Container == command.Container)) return Outcome<ShipmentEvent>.Accept();
        if (file?.Refusal is { } refusal) return refusal;
        if (file?.Log is not { } log) return CellsRefusals.Required("File");
        if ((log.UtcOffset ?? (command.OffsetMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null)) is not { } offset || offset.Duration() > TimeSpan.FromHours(14))
            return new Refusal(
                "logger-time-zone-needed",
                "이 파일에는 기록계 시계의 시간대가 없습니다. 시간대를 고르세요.",
                "The file does not say the time zone of the logger's clock. Choose it.",
                CellsRules.Transport,
                nameof(OffsetMinutes));

        var window = new TransportWindow(dispatched, arrived);
        var verdicts = state.Specifications.Select(specification => JudgeTemperature.By(specification, log, offset, window)).ToList();
        return new TemperatureLogAttached(command.Shipment, new(
            command.Sha256, command.Container, log.Format, log.Device, log.Serial, (int)offset.TotalMinutes, log.UtcOffset is not null, log.Readings.Count, verdicts));
    }
}
