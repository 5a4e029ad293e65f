using RegenTrack.Domain.Cells.Labels;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>Announce a consignment before it leaves: site, certificate, containers, and every lot with its donation number.</summary>
/// <param name="Grant">Sandbox grant under which the cells come; null for another route.</param>
/// <param name="ExpectedOn">Day on which it should be shipped.</param>
public sealed record AnnounceShipment(
    ShipmentId Shipment,
    SourceSite Site,
    ExporterCertificate Certificate,
    GrantId? Grant,
    InstitutionId? Importer,
    DateOnly ExpectedOn,
    string? AirWaybill,
    IReadOnlyList<ExpectedContainer> Containers,
    IReadOnlyList<ExpectedUnit> Units) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Site.Name)) yield return CellsRefusals.Required(nameof(Site));
        if (string.IsNullOrWhiteSpace(Certificate.Number)) yield return CellsRefusals.Required(nameof(Certificate));
        if (ExpectedOn == default) yield return CellsRefusals.Required(nameof(ExpectedOn));
        if (Containers.Count == 0 || Containers.Any(container => string.IsNullOrWhiteSpace(container.Number) || string.IsNullOrWhiteSpace(container.Seal)))
            yield return CellsRefusals.Required(nameof(Containers));
        if (Units.Count == 0 || Units.Any(unit => string.IsNullOrWhiteSpace(unit.Product) || string.IsNullOrWhiteSpace(unit.Batch) || unit.Expiry == default))
            yield return CellsRefusals.Required(nameof(Units));
        if (Units.Any(unit => !DonationNumber.IsWellFormed(unit.Din.Value))) yield return LabelRefusals.Malformed;
        if (Units.Any(unit => unit.Quantity < 1))
            yield return new("quantity-below-one", "수량은 1 이상이어야 합니다.", "The quantity must be at least 1.", field: nameof(ExpectedUnit.Quantity));
        if (Units.DistinctBy(unit => unit.Din).Count() < Units.Count)
            yield return new("din-twice", "같은 채취번호가 두 번 있습니다.", "A donation number is listed twice.", field: "Din");
        if (Units.Any(unit => Containers.All(container => container.Number != unit.Container))) yield return ShipmentRefusals.UnknownContainer;
    }

    public static Outcome<ShipmentEvent> Decide(Shipment state, AnnounceShipment command, IReadOnlyList<TransportSpecification> facts, Circumstances at)
    {
        if (state.Exists)
            return state.Site == command.Site && state.Certificate == command.Certificate && state.Units.SequenceEqual(command.Units) && state.Containers.SequenceEqual(command.Containers)
                ? Outcome<ShipmentEvent>.Accept()
                : CellsRefusals.AlreadyRecorded(nameof(Shipment));
        if (!command.Certificate.IsValidOn(command.ExpectedOn)) return ShipmentRefusals.CertificateNotValid;
        if (command.Units.FirstOrDefault(unit => !facts.Any(known => known.Product == unit.Product && known.Version == unit.ProductVersion)) is { } unit)
            return new Refusal(
                "transport-specification-missing",
                $"제품 {unit.Product} 제{unit.ProductVersion}판의 운송 규격이 없습니다. 규격을 먼저 정하세요.",
                $"Product {unit.Product} version {unit.ProductVersion} has no transport specification. Define it first.",
                CellsRules.Transport,
                nameof(ExpectedUnit.Product));
        return new ShipmentAnnounced(
            command.Shipment, command.Site, command.Certificate, command.Grant, command.Importer, command.ExpectedOn, command.AirWaybill, command.Containers, command.Units, facts);
    }
}
