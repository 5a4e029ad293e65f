using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Cells;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Demo;

namespace RegenTrack.Tests.Cells;

/// <summary>An inspector with a phone, from the scan to the decision: a good lot, and one that was too warm.</summary>
public sealed class InspectionJourneyTests(PostgresFixture postgres, ChromiumFixture chromium)
{
    [Theory]
    [InlineData("ko", 390)]
    [InlineData("en", 1280)]
    public async Task a_good_lot_is_scanned_measured_checked_and_released(string language, int width)
    {
        await using var web = await Arrived();
        await using var context = await chromium.Open(width);
        await context.Prefer(web.Address, language, false);
        var page = await context.NewPageAsync();
        await page.SignIn(web.Address, await web.Account(Role.Inspector));
        var inspector = new InspectorAtWork(page, web, $"{language}-{width}");

        await inspector.Open("/cells/shipments", "shipments");
        await inspector.Open("/cells/shipments/shipment-1", "shipment");
        await inspector.Open("/cells/shipments/announce", "announce");
        await inspector.Open("/cells/donors/donor-1", "donor");
        await inspector.Open("/cells/specifications", "specifications");
        await inspector.Scan();
        await inspector.Seal();
        await inspector.ReadTheLogger(DemoLogger.Berlinger(CellsStory.Dispatched, CellsStory.Arrived, null));
        await inspector.CheckEverything(CheckResult.Satisfactory);
        await inspector.GoToTheDecision();
        await inspector.Decide("release", "모든 검사가 적합함");

        Assert.Contains(language == "ko" ? "공급가능" : "Released", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(LotState.Released, (await Trace(web)).Lot.State);
    }

    [Fact]
    public async Task a_lot_that_was_too_warm_cannot_be_released_is_held_and_rejected_without_any_script()
    {
        await using var web = await Arrived();
        await using var context = await chromium.Open(390, javaScript: false);
        var page = await context.NewPageAsync();
        await page.SignIn(web.Address, await web.Account(Role.Inspector));
        var inspector = new InspectorAtWork(page, web, "warm-ko-390", scripted: false);

        await inspector.Scan();
        await inspector.Seal();
        await inspector.ReadTheLogger(CellsStory.LoggerText(-140m));
        await inspector.CheckEverything(CheckResult.NotSatisfactory);
        await inspector.GoToTheDecision();
        Assert.Equal(0, await page.Locator("#release-reason").CountAsync());
        Assert.Contains("공급가능으로 판정할 수 없습니다", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await inspector.Decide("hold", "온도이탈");
        Assert.Equal(LotState.OnHold, (await Trace(web)).Lot.State);
        await inspector.GoToTheDecision();
        await inspector.Decide("reject", "안정성을 입증하지 못함");
        Assert.Contains("안정성을 입증하지 못함", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(LotState.Rejected, (await Trace(web)).Lot.State);
    }

    private async Task<RunningWeb> Arrived()
    {
        var web = await RunningWeb.Start(postgres);
        var story = new CellsStory(web.Services);
        await story.Announce();
        await story.Arrive();
        return web;
    }

    private static async Task<LotTrace> Trace(RunningWeb web) =>
        (await web.Services.GetRequiredService<MediatR.IMediator>().Send(new GetLot(CellsStory.Inspector, "lot-a"), TestContext.Current.CancellationToken))!;
}
