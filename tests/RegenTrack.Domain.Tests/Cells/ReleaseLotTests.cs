using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;
using static RegenTrack.Domain.Tests.Cells.CellsScenario;

namespace RegenTrack.Domain.Tests.Cells;

public sealed class ReleaseLotTests
{
    private static Decided<Lot, LotEvent> Releasing(Lot? lot = null, Shipment? shipment = null, Donor? donor = null, Circumstances? at = null) =>
        Spec.Given<Lot, LotEvent>(lot ?? LotIn(LotState.UnderReceiptInspection), Lot.Evolve)
            .When(state => ReleaseLot.Decide(state, new(LotA, "fine"), new(shipment ?? Inspected(), donor ?? DonorWith()), at ?? Now));

    [Fact]
    public void an_inspected_lot_is_released_on_its_logs_and_specification() =>
        Releasing().Then([new LotReleased(LotA, "fine", ExcursionOutcome.None, 2, ["sha"])]);

    [Fact]
    public void a_lot_without_finished_checks_is_not_released() =>
        Releasing(shipment: Ship()).ThenRefused(
            "identity-not-scanned", "check-not-finished", "check-not-finished", "check-not-finished", "check-not-finished", "seal-not-intact", "temperature-log-missing");

    [Fact]
    public void a_check_not_done_counts_as_unfinished()
    {
        var shipment = Shipment.Evolve(Inspected(), new ReceiptCheckRecorded(ShipmentOne, new(CheckKind.Physical, CheckResult.NotDone, null, null, "reduced", null), new Dictionary<string, ItemAnswer>()));

        Releasing(shipment: shipment).ThenRefused("check-not-finished");
    }

    [Fact]
    public void a_unit_that_nobody_announced_stops_release_until_identity_is_checked_with_it()
    {
        var found = Shipment.Evolve(Inspected(), new UnexpectedUnitFound(ShipmentOne, new("W000007123456")));
        var refusal = Assert.Single(Releasing(shipment: found).ThenRefused("unit-unexpected-after-check"));
        Assert.Equal("NC-A5-8.2", refusal.Rule?.Id);

        Assert.Equal("units-unexpected", Assert.Single(Check(found, CheckKind.Identity).Refusals).Code);
        var settled = Check(found, CheckKind.Identity, CheckResult.SatisfactoryAfterIntervention).Events.Aggregate(found, Shipment.Evolve);
        Releasing(shipment: settled).Then(events => Assert.Single(events));
        Assert.Empty(Check(settled, CheckKind.Identity, CheckResult.SatisfactoryAfterIntervention).Events);
    }

    [Fact]
    public void the_same_finding_for_a_second_such_unit_is_a_check_of_its_own()
    {
        var first = Shipment.Evolve(Inspected(), new UnexpectedUnitFound(ShipmentOne, new("W000007123456")));
        var settled = Check(first, CheckKind.Identity, CheckResult.SatisfactoryAfterIntervention).Events.Aggregate(first, Shipment.Evolve);
        var second = Shipment.Evolve(settled, new UnexpectedUnitFound(ShipmentOne, new("G123498654321")));
        Releasing(shipment: second).ThenRefused("unit-unexpected-after-check");

        var again = Assert.Single(Check(second, CheckKind.Identity, CheckResult.SatisfactoryAfterIntervention).Events);
        Releasing(shipment: Shipment.Evolve(second, again)).Then(events => Assert.Single(events));
    }

    [Fact]
    public void a_certificate_lapsed_on_the_shipment_date_blocks_release()
    {
        var lapsed = Inspected() with { Certificate = Announcing.Certificate with { Until = new(2026, 8, 31) } };

        var refusal = Assert.Single(Releasing(shipment: lapsed).ThenRefused("exporter-certificate-not-valid"));

        Assert.Equal("P27-1-4", refusal.Rule!.Id);
    }

    [Theory]
    [InlineData(MarkerResult.Positive, 0, "donor-test-not-negative")]
    [InlineData(MarkerResult.Indeterminate, 0, "donor-test-not-negative")]
    [InlineData(MarkerResult.Negative, 8, "donor-test-out-of-window")]
    public void a_donor_test_that_fails_blocks_release(MarkerResult result, int day, string code)
    {
        var donor = DonorWith(marker => marker == Marker.HivNat ? Negative(marker) with { Result = result, SampledOn = Collected.AddDays(day) } : Negative(marker));

        Releasing(donor: donor).ThenRefused(code);
    }

    [Fact]
    public void an_excursion_over_the_products_allowance_means_hold()
    {
        var shipment = Inspected(Log(at => Minutes(at) is >= 60 and < 75 ? -140m : -180m), CheckResult.Derogation);

        Releasing(shipment: shipment).ThenRefused("excursion-major");
        Releasing(lot: Assessed(shipment), shipment: shipment).Then(events => Assert.Single(events));
    }

    [Fact]
    public void an_assessment_speaks_for_the_logs_that_it_saw_and_for_no_later_one()
    {
        var warm = Log(at => Minutes(at) is >= 60 and < 75 ? -140m : -180m);
        var shipment = Inspected(warm, CheckResult.Derogation);
        var lot = Assessed(shipment);
        Assert.Equal([new AssessedLog("sha", null)], lot.AssessedLogs);

        var calm = Attached(shipment, "calm", Log(_ => -180m));
        Releasing(lot: lot, shipment: calm).Then(events => Assert.Single(events));
        var second = Attached(shipment, "second", warm);
        Releasing(lot: lot, shipment: second).ThenRefused("excursion-major");
        Releasing(lot: Assessed(second, lot), shipment: second).Then(events => Assert.Single(events));
    }

    [Fact]
    public void an_assessment_recorded_before_the_logs_were_named_speaks_for_none()
    {
        var shipment = Inspected(Log(at => Minutes(at) is >= 60 and < 75 ? -140m : -180m), CheckResult.Derogation);
        var lot = Lot.Evolve(LotIn(LotState.OnHold), new LotHoldLifted(LotA, "stable", true, "assessment"));

        Releasing(lot: lot, shipment: shipment).ThenRefused("excursion-major");
    }

    [Fact]
    public void a_hold_lifted_without_an_assessment_leaves_the_excursion_standing()
    {
        var shipment = Inspected(Log(at => Minutes(at) is >= 60 and < 75 ? -140m : -180m), CheckResult.Derogation);
        var lot = LiftHold.Decide(LotIn(LotState.OnHold), new(LotA, "papers came", false, null), shipment, Now).Events.Aggregate(LotIn(LotState.OnHold), Lot.Evolve);

        Releasing(lot: lot, shipment: shipment).ThenRefused("excursion-major");
    }

    [Fact]
    public void a_critical_excursion_means_reject_even_when_assessed()
    {
        var shipment = Inspected(Log(at => Minutes(at) is >= 60 and < 65 ? -100m : -180m), CheckResult.Derogation);

        Releasing(lot: Assessed(shipment), shipment: shipment).ThenRefused("excursion-critical");
    }

    [Fact]
    public void the_products_own_version_decides()
    {
        var wider = Specification with { Thresholds = [new(true, -120m, 60, 60, ExcursionOutcome.Major)] };
        var warm = Log(at => Minutes(at) is >= 60 and < 75 ? -140m : -180m);
        var shipment = Ship() with { Specifications = [wider] };
        var attached = AttachTemperatureLog.Decide(shipment, new(ShipmentOne, "sha", null, null), warm, Now);

        Assert.Equal(ExcursionOutcome.None, Assert.IsType<TemperatureLogAttached>(Assert.Single(attached.Events)).Log.Verdicts[0].Outcome);
    }

    [Fact]
    public void an_expired_lot_is_not_released() => Releasing(at: At(new(2028, 8, 2, 15, 0, 0, TimeSpan.Zero))).ThenRefused("lot-expired");

    [Fact]
    public void a_lot_is_usable_through_its_last_day_and_not_after()
    {
        var lot = LotIn(LotState.Released).ForTreatment();

        Assert.True(lot.MayBeUsedOn(new(2028, 8, 2)));
        Assert.False(lot.MayBeUsedOn(new(2028, 8, 3)));
        Assert.False(LotIn(LotState.OnHold).ForTreatment().MayBeUsedOn(new(2028, 8, 2)));
    }

    /// <summary>Held, and found usable by an assessment of what the shipment shows.</summary>
    private static Lot Assessed(Shipment shipment, Lot? lot = null)
    {
        var held = lot is null ? LotIn(LotState.OnHold) : Lot.Evolve(lot, new LotPutOnHold(LotA, "another excursion"));
        return LiftHold.Decide(held, new(LotA, "stable", true, "assessment"), shipment, Now).Events.Aggregate(held, Lot.Evolve);
    }

    private static Shipment Attached(Shipment shipment, string sha256, Domain.Cells.Temperature.TemperatureLog log) =>
        AttachTemperatureLog.Decide(shipment, new(ShipmentOne, sha256, null, null), log, Now).Events.Aggregate(shipment, Shipment.Evolve);

    private static double Minutes(DateTimeOffset at) => (at - Dispatched).TotalMinutes;
}
