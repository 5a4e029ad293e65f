using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Cells;

public sealed class LotFlowTests(PostgresFixture postgres)
{
    [Fact]
    public async Task a_good_lot_is_announced_inspected_and_released()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new CellsStory(app);
        await story.Announce();
        await story.Arrive();
        await story.Inspect(peak: -175m);

        await app.Accept(new ReleaseLot(CellsStory.Lot, "all in order"), CellsStory.Inspector);

        var trace = await Trace(app, CellsStory.Inspector);
        Assert.Equal(LotState.Released, trace!.Lot.State);
        Assert.Equal(CellsStory.Donor, trace.Donor.Id);
        Assert.Equal(-175m, Assert.Single(trace.Shipment.Logs).Verdicts[0].Maximum);
        Assert.IsType<LotReleased>(trace.History[^1].Data);
        Assert.Contains(trace.History, stored => stored.Data is UnitIdentified);
        var board = await app.Mediator.Send(new ListLots(CellsStory.Inspector, LotState.Released), TestContext.Current.CancellationToken);
        Assert.Equal("lot-a", Assert.Single(board!.Rows).Lot);
    }

    [Fact]
    public async Task a_lot_with_an_excursion_is_refused_held_and_rejected()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new CellsStory(app);
        await story.Announce();
        await story.Arrive();
        await story.Inspect(peak: -140m, CheckResult.Derogation);

        var refused = Assert.IsType<CommandOutcome.Refused>(await app.Send(new ReleaseLot(CellsStory.Lot, "hope"), CellsStory.Inspector));
        Assert.Equal(["excursion-major"], refused.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["excursion-major"], (await Trace(app, CellsStory.Inspector))!.AgainstRelease.Select(refusal => refusal.Code));

        await app.Accept(new HoldLot(CellsStory.Lot, "excursion"), CellsStory.Inspector);
        await app.Accept(new RejectLot(CellsStory.Lot, "stability not shown", Disposal.Destroy), CellsStory.Inspector);

        Assert.Equal(LotState.Rejected, (await Trace(app, CellsStory.Inspector))!.Lot.State);
    }

    [Fact]
    public async Task an_excursion_in_a_log_that_comes_after_the_assessment_needs_another()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new CellsStory(app);
        await story.Announce();
        await story.Arrive();
        await story.Inspect(peak: -140m, CheckResult.Derogation);
        await Assess(app, story, "stable");
        Assert.Empty((await Trace(app, CellsStory.Inspector))!.AgainstRelease);

        await app.Accept(new AttachTemperatureLog(CellsStory.Shipment, await story.Store(CellsStory.LoggerText(-135m)), null, null), CellsStory.Inspector);
        Assert.Equal(["excursion-major"], (await Trace(app, CellsStory.Inspector))!.AgainstRelease.Select(refusal => refusal.Code));

        await Assess(app, story, "stable with both logs");
        await app.Accept(new ReleaseLot(CellsStory.Lot, "stable"), CellsStory.Inspector);
    }

    [Fact]
    public async Task a_unit_found_after_the_checks_is_told_to_the_inspector_and_stops_release()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new CellsStory(app);
        await story.Announce();
        await story.Arrive();
        await story.Inspect(peak: -175m);
        await app.Accept(new ScanUnit(CellsStory.Shipment, "=W00000712345600", null), CellsStory.Inspector);

        Assert.Equal(["unit-unexpected-after-check"], (await Trace(app, CellsStory.Inspector))!.AgainstRelease.Select(refusal => refusal.Code));
        var refused = Assert.IsType<CommandOutcome.Refused>(await app.Send(new ReleaseLot(CellsStory.Lot, "fine"), CellsStory.Inspector));
        Assert.Equal(["unit-unexpected-after-check"], refused.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task nothing_of_a_wrong_logger_file_is_kept_in_the_shipment()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new CellsStory(app);
        await story.Announce();
        await story.Arrive();

        var refused = Assert.IsType<CommandOutcome.Refused>(
            await app.Send(new AttachTemperatureLog(CellsStory.Shipment, await story.Store("{\"not\":\"a log\"}"), null, null), CellsStory.Inspector));

        Assert.Equal("logger-format-unknown", Assert.Single(refused.Refusals).Code);
        Assert.Empty((await Trace(app, CellsStory.Inspector))!.Shipment.Logs);
    }

    [Fact]
    public async Task a_hospital_sees_the_lots_it_imports_and_no_others()
    {
        await using var app = await TestApp.Start(postgres);
        await new CellsStory(app).Announce();
        Actor own = new("demo-hospital", Role.HospitalSystem, "inst-hanbit"), other = new("demo-hospital-2", Role.HospitalSystem, "inst-saebyeok");

        Assert.NotNull(await Trace(app, own));
        Assert.Null(await Trace(app, other));
        Assert.Single((await app.Mediator.Send(new ListShipments(own), TestContext.Current.CancellationToken))!.Rows);
        Assert.Empty((await app.Mediator.Send(new ListShipments(other), TestContext.Current.CancellationToken))!.Rows);
        Assert.Empty((await app.Mediator.Send(new ListLots(other), TestContext.Current.CancellationToken))!.Rows);
    }

    [Fact]
    public async Task a_secretariat_officer_cannot_release()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new CellsStory(app);
        await story.Announce();
        await story.Arrive();
        await story.Inspect(peak: -175m);

        Assert.IsType<CommandOutcome.Absent>(await app.Send(new ReleaseLot(CellsStory.Lot, "fine"), new Actor("sec1", Role.Secretariat)));
    }

    private static async Task Assess(TestApp app, CellsStory story, string reason)
    {
        await app.Accept(new HoldLot(CellsStory.Lot, "excursion"), CellsStory.Inspector);
        await app.Accept(new LiftHold(CellsStory.Lot, reason, true, await story.Store(reason)), CellsStory.Inspector);
    }

    private static Task<LotTrace?> Trace(TestApp app, Actor actor) => app.Mediator.Send(new GetLot(actor, "lot-a"), TestContext.Current.CancellationToken);
}
