using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RegenTrack.App.Cells;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Demo;

namespace RegenTrack.Tests.Cells;

/// <summary>An inspector with a phone: scan, temperature file, papers; and the decision on an excursion without JavaScript.</summary>
public sealed class InspectionJourneyTests(PostgresFixture postgres, ChromiumFixture chromium)
{
    [Theory]
    [InlineData("ko", 390)]
    [InlineData("en", 1280)]
    public async Task a_good_lot_is_scanned_measured_and_its_papers_checked(string language, int width)
    {
        await using var web = await RunningWeb.Start(postgres);
        await Arrange(web);
        await using var context = await chromium.Open(width);
        await context.Prefer(web.Address, language, false);
        var page = await context.NewPageAsync();
        await page.SignIn(web.Address, await web.Account(Role.Inspector));
        var look = $"{language}-{width}";

        await Open(page, web, "/cells/shipments", $"cells-shipments-{look}");
        await Open(page, web, "/cells/shipments/shipment-1", $"cells-shipment-{look}");
        await Open(page, web, "/cells/shipments/announce", $"cells-announce-{look}");
        await Open(page, web, "/cells/donors/donor-1", $"cells-donor-{look}");
        await Open(page, web, "/cells/specifications", $"cells-specifications-{look}");

        await Open(page, web, "/cells/inspect/shipment-1/scan", $"cells-scan-{look}");
        await page.Locator("#Din").FillAsync("A9999 26 123456 U");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".rt-errors").WaitForAsync();
        await page.Picture($"cells-scan-refused-{look}");
        await page.Locator("#Din").FillAsync("=A99992612345600");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".rt-notice--ok").First.WaitForAsync();
        await page.Locator("#found-C-1").FillAsync("SEAL-1");
        await page.Locator("#intact-C-1").CheckAsync();
        await page.Locator("form:has(#found-C-1) button").ClickAsync();
        await page.Locator("form:has(#found-C-1)").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.ShouldBeAccessible();
        await page.Picture($"cells-scanned-{look}");

        await Open(page, web, "/cells/inspect/shipment-1/temperature", null);
        await Upload(page, "%PDF-1.7 not a log");
        await page.Locator(".rt-errors").WaitForAsync();
        await Upload(page, DemoLogger.Berlinger(CellsStory.Dispatched, CellsStory.Arrived, null));
        await page.Locator(".rt-chart svg").WaitForAsync();
        await page.ShouldBeAccessible();
        await page.Picture($"cells-temperature-{look}");

        await Open(page, web, "/cells/inspect/shipment-1/checks", $"cells-checks-{look}");
        foreach (var present in await page.Locator("input[value=Present]").AllAsync())
            await present.CheckAsync();
        await Check(page, "Documentary");
    }

    [Fact]
    public async Task a_lot_with_an_excursion_cannot_be_released_and_is_rejected()
    {
        await using var web = await RunningWeb.Start(postgres);
        var story = await Arrange(web);
        await story.Inspect(peak: -140m, Domain.Cells.Shipments.CheckResult.Derogation);
        await using var context = await chromium.Open(390, javaScript: false);
        var page = await context.NewPageAsync();
        await page.SignIn(web.Address, await web.Account(Role.Inspector));

        await Visit(page, web, "/cells/inspect/shipment-1/temperature", "cells-excursion-ko-390");
        await Visit(page, web, "/cells/lots/lot-a/decision", "cells-decision-refused-ko-390");
        Assert.Equal(0, await page.Locator("#release-reason").CountAsync());
        await page.Locator("#hold-reason").FillAsync("온도이탈");
        await page.Locator("form:has(#hold-reason) button").ClickAsync();
        await page.WaitForURLAsync("**/cells/lots/lot-a");
        await Visit(page, web, "/cells/lots/lot-a/decision", null);
        await page.Locator("#reject-reason").FillAsync("안정성을 입증하지 못함");
        await page.Locator("form:has(#reject-reason) button").ClickAsync();
        await page.WaitForURLAsync("**/cells/lots/lot-a");
        await page.Picture("cells-rejected-ko-390");

        Assert.Equal(LotState.Rejected, (await Trace(web)).Lot.State);
    }

    private static async Task<CellsStory> Arrange(RunningWeb web)
    {
        var story = new CellsStory(web.Services);
        await story.Announce();
        await story.Arrive();
        return story;
    }

    private static async Task Open(IPage page, RunningWeb web, string path, string? picture)
    {
        await Visit(page, web, path, picture);
        await page.ShouldBeAccessible();
    }

    private static async Task Visit(IPage page, RunningWeb web, string path, string? picture)
    {
        var response = await page.GotoAsync(new Uri(web.Address, path).ToString());
        Assert.Equal(200, response!.Status);
        if (picture is not null)
            await page.Picture(picture);
    }

    private static async Task Upload(IPage page, string text)
    {
        await page.Locator("#File").SetInputFilesAsync(new FilePayload { Name = "log.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await page.Locator("form:has(#File) button").ClickAsync();
    }

    private static async Task Check(IPage page, string kind)
    {
        await page.Locator($"#{kind}-Satisfactory").CheckAsync();
        await page.Locator($"form:has(#{kind}-Satisfactory) button").ClickAsync();
        await page.Locator($"section:has(#{kind}-Satisfactory) > p .rt-badge--ok").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static async Task<LotTrace> Trace(RunningWeb web) =>
        (await web.Services.GetRequiredService<MediatR.IMediator>().Send(new GetLot(CellsStory.Inspector, "lot-a"), TestContext.Current.CancellationToken))!;
}
