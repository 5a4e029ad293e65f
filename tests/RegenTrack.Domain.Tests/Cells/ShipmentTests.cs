using RegenTrack.Domain.Cells.Labels;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using static RegenTrack.Domain.Tests.Cells.CellsScenario;

namespace RegenTrack.Domain.Tests.Cells;

public sealed class ShipmentTests
{
    private static Given<Shipment, ShipmentEvent> GivenArrived => Spec.Given<Shipment, ShipmentEvent>(Ship(), Shipment.Evolve);

    [Fact]
    public void a_shipment_is_announced_with_the_specifications_as_they_stand()
    {
        var state = Spec.Given<Shipment, ShipmentEvent>(Shipment.Initial, Shipment.Evolve)
            .When(shipment => AnnounceShipment.Decide(shipment, Announcing, [Specification], Now))
            .Then(events => Assert.Single(events));

        Assert.Same(Specification, state.SpecificationOf("product-msc", 2));
    }

    [Fact]
    public void a_product_version_without_a_specification_is_not_announced() =>
        Spec.Given<Shipment, ShipmentEvent>(Shipment.Initial, Shipment.Evolve)
            .When(shipment => AnnounceShipment.Decide(shipment, Announcing, [Specification with { Version = 1 }], Now))
            .ThenRefused("transport-specification-missing");

    [Fact]
    public void a_certificate_must_cover_the_shipment_date() =>
        Spec.Given<Shipment, ShipmentEvent>(Shipment.Initial, Shipment.Evolve)
            .When(shipment => AnnounceShipment.Decide(shipment, Announcing with { ExpectedOn = new(2027, 1, 1) }, [Specification], Now))
            .ThenRefused("exporter-certificate-not-valid");

    [Fact]
    public void a_scanned_label_identifies_the_announced_lot() =>
        GivenArrived.When(shipment => ScanUnit.Decide(shipment, new(ShipmentOne, "=A99992612345600", LotA), Now))
            .Then([new UnitIdentified(ShipmentOne, LotA, Din, EntryAssurance.Scanned)]);

    [Fact]
    public void a_typed_number_needs_its_check_character() =>
        GivenArrived.When(shipment => ScanUnit.Decide(shipment, new(ShipmentOne, "A999926123456", null), Now)).ThenRefused("din-check-character-missing");

    [Fact]
    public void another_number_than_the_lots_is_a_mismatch() =>
        GivenArrived.When(shipment => ScanUnit.Decide(shipment, new(ShipmentOne, "W0000 07 123456 D", LotA), Now)).ThenRefused("din-mismatch");

    [Fact]
    public void a_unit_that_nobody_announced_is_recorded_as_found() =>
        GivenArrived.When(shipment => ScanUnit.Decide(shipment, new(ShipmentOne, "W000007123456D", null), Now))
            .Then([new UnexpectedUnitFound(ShipmentOne, new("W000007123456"))]);

    [Theory]
    [InlineData(false, "SEAL-1")]
    [InlineData(true, "SEAL-9")]
    public void a_broken_or_other_seal_needs_a_photo(bool intact, string found)
    {
        var finding = new SealFinding("C-1", found, intact, null, null);

        GivenArrived.When(shipment => CheckSeal.Decide(shipment, new(ShipmentOne, finding), Now)).ThenRefused("broken-seal-needs-photo");
        var state = GivenArrived.When(shipment => CheckSeal.Decide(shipment, new(ShipmentOne, finding with { Photo = "sha" }), Now)).Then(events => Assert.Single(events));
        Assert.False(state.SealHolds("C-1"));
    }

    [Fact]
    public void checks_go_in_order() =>
        GivenArrived.When(shipment => Check(shipment, CheckKind.Physical)).ThenRefused("check-out-of-order");

    [Fact]
    public void identity_is_not_satisfactory_before_seal_and_scan()
    {
        var documents = Spec.Given(Ship(), Shipment.Evolve, Check(Ship(), CheckKind.Documentary).Events);

        documents.When(shipment => Check(shipment, CheckKind.Identity)).ThenRefused("seal-not-checked");
    }

    [Fact]
    public void missing_documents_cannot_be_satisfactory()
    {
        var answers = AllPresent.ToDictionary(pair => pair.Key, pair => pair.Key == "donor-consent" ? ItemAnswer.Missing : pair.Value);
        var command = new RecordReceiptCheck(ShipmentOne, new(CheckKind.Documentary, CheckResult.Satisfactory, null, null, null, null), answers);

        GivenArrived.When(shipment => RecordReceiptCheck.Decide(shipment, command, Now)).ThenRefused("documents-missing");
        Assert.Equal(["checklist-incomplete"], (command with { Items = new Dictionary<string, ItemAnswer>() }).Shape().Select(refusal => refusal.Code));
    }

    [Fact]
    public void a_logger_that_does_not_say_its_zone_asks_for_it()
    {
        var log = Log(_ => -180m) with { UtcOffset = null };

        GivenArrived.When(shipment => AttachTemperatureLog.Decide(shipment, new(ShipmentOne, "sha", null, null), log, Now)).ThenRefused("logger-time-zone-needed");
        GivenArrived.When(shipment => AttachTemperatureLog.Decide(shipment, new(ShipmentOne, "sha", null, 0), log, Now))
            .Then(events => Assert.False(Assert.IsType<TemperatureLogAttached>(Assert.Single(events)).Log.OffsetStated));
    }

    [Fact]
    public void custody_passes_only_from_the_holder() =>
        GivenArrived.When(shipment => HandOverCustody.Decide(shipment, new(ShipmentOne, "Carrier", "Airport", Arrived, "ICN", "dry"), Now)).ThenRefused("custody-chain-broken");

    [Fact]
    public void a_lot_follows_its_shipment_and_never_goes_back()
    {
        var lot = Spec.Given<Lot, LotEvent>(Lot.Initial, Lot.Evolve)
            .When(state => FollowShipment.Decide(state, new(LotA, ShipmentOne), Ship(), Now))
            .Then(events => Assert.Equal([typeof(LotAnnounced), typeof(LotPreClearanceReported), typeof(LotDispatched), typeof(LotArrived)], events.Select(e => e.GetType())));

        Assert.Equal(LotState.WaitingQuarantine, lot.State);
        Spec.Given<Lot, LotEvent>(LotIn(LotState.Rejected), Lot.Evolve).When(state => FollowShipment.Decide(state, new(LotA, ShipmentOne), Ship(), Now)).ThenNothing();
    }
}
