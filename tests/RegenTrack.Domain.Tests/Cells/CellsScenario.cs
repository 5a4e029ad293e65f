using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Labels;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Cells.Temperature;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.Domain.Tests.Cells;

internal static class CellsScenario
{
    public static readonly DateOnly Collected = new(2026, 8, 3);
    public static readonly LotId LotA = new("lot-a");
    public static readonly ShipmentId ShipmentOne = new("shipment-1");
    public static readonly DonorId DonorOne = new("donor-1");
    public static readonly DonationNumber Din = new("A999926123456");
    public static readonly DateTimeOffset Dispatched = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Arrived = Dispatched.AddHours(20);

    /// <summary>Frozen cells: hold above -150 °C for more than 10 minutes at once or 30 in all; reject above -120 °C at all.</summary>
    public static readonly TransportSpecification Specification = new(
        "product-msc", 2, [new(true, -150m, 10, 30, ExcursionOutcome.Major), new(true, -120m, 0, 0, ExcursionOutcome.Critical)], 15);

    public static readonly ExpectedUnit Unit = new(LotA, DonorOne, Din, "product-msc", 2, "NB-26-014", new(2028, 8, 2), "C-1", 3, "vial");

    public static readonly AnnounceShipment Announcing = new(
        ShipmentOne,
        new("site-northbank", "Northbank Cell Repository", "US"),
        new("CERT-1", "Authority", new(2026, 1, 1), new(2026, 12, 31)),
        new("grant-b-hanbit"),
        new("inst-hanbit"),
        new(2026, 9, 1),
        null,
        [new("C-1", "SEAL-1")],
        [Unit]);

    public static Circumstances At(DateTimeOffset now, Role role = Role.Inspector) => new(new("ins1", role), now, now, HolidayTable.Empty);

    public static readonly Circumstances Now = At(Arrived.AddHours(3));

    public static TemperatureLog Log(Func<DateTimeOffset, decimal?> celsius, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var readings = new List<Reading>();
        for (var at = from ?? Dispatched.AddMinutes(-10); at <= (until ?? Arrived.AddMinutes(10)); at = at.AddMinutes(5)) readings.Add(new(at.DateTime, celsius(at)));
        return new("berlinger-text", "Logger", "S-1", TimeSpan.FromMinutes(5), TimeSpan.Zero, readings, [], [], new());
    }

    public static Shipment Ship(params ShipmentEvent[] more)
    {
        ShipmentEvent[] start =
        [
            .. AnnounceShipment.Decide(Shipment.Initial, Announcing, [Specification], At(Dispatched.AddDays(-3))).Events,
            new PreClearanceReported(ShipmentOne, "KP-1", new(2026, 8, 31)),
            new ShipmentDispatched(ShipmentOne, Dispatched),
            new ShipmentArrived(ShipmentOne, Arrived, "ICN"),
        ];
        return start.Concat(more).Aggregate(Shipment.Initial, Shipment.Evolve);
    }

    public static readonly IReadOnlyDictionary<string, ItemAnswer> AllPresent = DocumentChecklist.Items.ToDictionary(item => item.Key, _ => ItemAnswer.Present);

    /// <summary>Everything found in order, by the commands themselves.</summary>
    public static Shipment Inspected(TemperatureLog? log = null, CheckResult temperature = CheckResult.Satisfactory)
    {
        var shipment = Ship();
        Do(s => CheckSeal.Decide(s, new(ShipmentOne, new("C-1", "SEAL-1", true, null, null)), Now));
        Do(s => ScanUnit.Decide(s, new(ShipmentOne, "=A99992612345600", null), Now));
        Do(s => AttachTemperatureLog.Decide(s, new(ShipmentOne, "sha", null, null), log ?? Log(_ => -180m), Now));
        Do(s => Check(s, CheckKind.Documentary));
        Do(s => Check(s, CheckKind.Identity));
        Do(s => Check(s, CheckKind.Physical));
        Do(s => Check(s, CheckKind.Temperature, temperature));
        return shipment;

        void Do(Func<Shipment, Outcome<ShipmentEvent>> decide)
        {
            var outcome = decide(shipment);
            Assert.Empty(outcome.Refusals);
            shipment = outcome.Events.Aggregate(shipment, Shipment.Evolve);
        }
    }

    public static Outcome<ShipmentEvent> Check(Shipment shipment, CheckKind kind, CheckResult result = CheckResult.Satisfactory) => RecordReceiptCheck.Decide(
        shipment,
        new(ShipmentOne, new(kind, result, null, kind == CheckKind.Identity ? IdentityDepth.Full : null, result == CheckResult.Satisfactory ? null : "reason", null), kind == CheckKind.Documentary ? AllPresent : new Dictionary<string, ItemAnswer>()),
        Now);

    public static Donor DonorWith(Func<Marker, DonorTest?>? test = null, bool leukocyteRich = false)
    {
        var donor = Donor.Evolve(Donor.Initial, new DonorRegistered(DonorOne, "NB-D-7", "US", Collected, leukocyteRich, false, true, []));
        test ??= Negative;
        return DonorScreening.Required(donor).Select(test).OfType<DonorTest>().Aggregate(donor, (state, result) => Donor.Evolve(state, new DonorTestRecorded(DonorOne, result)));
    }

    public static DonorTest Negative(Marker marker) => new(marker, MarkerResult.Negative, Collected, "kit", "lab", "ISO 15189");

    public static Lot LotIn(LotState state)
    {
        LotEvent[] path =
        [
            new LotAnnounced(LotA, ShipmentOne, DonorOne, Din, "product-msc", 2, "NB-26-014", new(2028, 8, 2), "C-1", 3, "vial", null, new("inst-hanbit")),
            new LotPreClearanceReported(LotA, "KP-1"),
            new LotDispatched(LotA, Dispatched),
            new LotArrived(LotA, Arrived),
            new LotInspectionStarted(LotA),
        ];
        var end = state switch
        {
            LotState.Released => new LotReleased(LotA, "fine", ExcursionOutcome.None, 2, ["sha"]),
            LotState.OnHold => new LotPutOnHold(LotA, "excursion"),
            LotState.Rejected => new LotRejected(LotA, "excursion", Disposal.Destroy),
            _ => (LotEvent?)null,
        };
        return path.Take(end is null ? (int)state : path.Length).Concat(end is null ? [] : [end]).Aggregate(Lot.Initial, Lot.Evolve);
    }
}
