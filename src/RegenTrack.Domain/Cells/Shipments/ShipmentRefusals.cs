using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Shipments;

internal static class ShipmentRefusals
{
    public static readonly Refusal Unknown = new("shipment-unknown", "그런 운송 건이 없습니다.", "There is no such shipment.", field: "Shipment");

    public static readonly Refusal NotArrived = new(
        "shipment-not-arrived", "아직 도착하지 않은 운송 건입니다. 도착을 먼저 기록하세요.", "The shipment has not arrived. Record the arrival first.", CellsRules.Receipt, "Shipment");

    public static readonly Refusal UnknownContainer = new("container-unknown", "이 운송 건의 용기 번호가 아닙니다.", "This container is not of this shipment.", field: "Container");

    public static readonly Refusal CertificateNotValid = new(
        "exporter-certificate-not-valid",
        "운송일에 수출기관 증명서가 유효하지 않습니다. 유효한 증명서를 확인하세요.",
        "The exporter's certificate is not valid on the shipment date. Ask for a valid one.",
        CellsRules.ExporterCertificate,
        "Certificate");
}
