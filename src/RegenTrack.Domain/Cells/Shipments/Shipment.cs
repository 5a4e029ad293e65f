using RegenTrack.Domain.Cells.Labels;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>One consignment: what should come, where it is, and what was found on receipt.</summary>
public sealed record Shipment
{
    public static readonly Shipment Initial = new();

    public ShipmentId Id { get; init; }

    public bool Exists { get; init; }

    public SourceSite? Site { get; init; }

    public ExporterCertificate? Certificate { get; init; }

    public GrantId? Grant { get; init; }

    public InstitutionId? Importer { get; init; }

    public IReadOnlyList<ExpectedContainer> Containers { get; init; } = [];

    public IReadOnlyList<ExpectedUnit> Units { get; init; } = [];

    public IReadOnlyList<TransportSpecification> Specifications { get; init; } = [];

    public string? AirWaybill { get; init; }

    public string? PreClearance { get; init; }

    public DateTimeOffset? DispatchedAt { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    public string? Holder { get; init; }

    public IReadOnlyList<LotId> Identified { get; init; } = [];

    public IReadOnlyList<DonationNumber> Unexpected { get; init; } = [];

    /// <summary>How many checks were recorded before the last unit that nobody announced was found.</summary>
    public int ChecksBeforeUnexpected { get; init; }

    public IReadOnlyList<SealFinding> Seals { get; init; } = [];

    public IReadOnlyList<AttachedLog> Logs { get; init; } = [];

    public IReadOnlyList<ReceiptCheck> Checks { get; init; } = [];

    public IEnumerable<ExpectedUnit> Missing() => Units.Where(unit => !Identified.Contains(unit.Lot));

    public ExpectedUnit? UnitOf(LotId lot) => Units.FirstOrDefault(unit => unit.Lot == lot);

    public TransportSpecification? SpecificationOf(string product, int version) =>
        Specifications.FirstOrDefault(specification => specification.Product == product && specification.Version == version);

    public SealFinding? SealOf(string container) => Seals.LastOrDefault(seal => seal.Container == container);

    public bool SealHolds(string container) =>
        SealOf(container) is { Intact: true } seal && Containers.Any(expected => expected.Number == container && expected.Seal == seal.Found);

    /// <summary>The check that counts for a container: the latest one for it or for all.</summary>
    public ReceiptCheck? CheckOf(CheckKind kind, string container) =>
        Checks.LastOrDefault(check => check.Kind == kind && (check.Container is null || check.Container == container));

    /// <summary>Whether the identity check that counts for a container was made with every unit on the table that nobody announced. None was found, or none was checked: true.</summary>
    public bool IdentityCoversUnexpected(string container) =>
        CheckOf(CheckKind.Identity, container) is null
        || Checks.Skip(ChecksBeforeUnexpected).Any(check => check.Kind == CheckKind.Identity && (check.Container is null || check.Container == container));

    public IEnumerable<AttachedLog> LogsOf(string container) => Logs.Where(log => log.Container is null || log.Container == container);

    public static Shipment Evolve(Shipment state, ShipmentEvent e) => ShipmentFold.Apply(state, e);
}
