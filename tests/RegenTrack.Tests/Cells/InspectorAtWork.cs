using System.Text;
using Microsoft.Playwright;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Cells;

/// <summary>What an inspector does at the pages of one receipt, step after step; every page on the way is looked at.</summary>
/// <param name="scripted">Whether the page may run scripts, without which axe cannot look at it.</param>
internal sealed class InspectorAtWork(IPage page, RunningWeb web, string look, bool scripted = true)
{
    private const string Receipt = "/cells/inspect/shipment-1";

    public async Task Open(string path, string? picture = null)
    {
        var response = await page.GotoAsync(new Uri(web.Address, path).ToString());
        Assert.Equal(200, response!.Status);
        if (picture is not null)
            await page.Picture($"cells-{picture}-{look}");
        await Look();
    }

    /// <summary>A label misread, then the same label right.</summary>
    public async Task Scan()
    {
        await Open($"{Receipt}/scan", "scan");
        await page.Locator("#Din").FillAsync("A9999 26 123456 U");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".rt-errors").WaitForAsync();
        await page.Picture($"cells-scan-refused-{look}");
        await page.Locator("#Din").FillAsync("=A99992612345600");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".rt-notice--ok").First.WaitForAsync();
    }

    public async Task Seal()
    {
        await page.Locator("#found-C-1").FillAsync("SEAL-1");
        await page.Locator("#intact-C-1").CheckAsync();
        await page.Locator("form:has(#found-C-1) button").ClickAsync();
        await page.Locator("form:has(#found-C-1)").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Look();
        await page.Picture($"cells-scanned-{look}");
    }

    /// <summary>A file that is no logger's, then the logger's own.</summary>
    public async Task ReadTheLogger(string text)
    {
        await Open($"{Receipt}/temperature");
        await Upload("%PDF-1.7 not a log");
        await page.Locator(".rt-errors").WaitForAsync();
        await Upload(text);
        await page.Locator(".rt-chart svg").WaitForAsync();
        await Look();
        await page.Picture($"cells-temperature-{look}");
    }

    /// <summary>Papers, identity, the goods themselves, and the temperature as judged.</summary>
    public async Task CheckEverything(CheckResult temperature)
    {
        await Open($"{Receipt}/checks", "checks");
        foreach (var present in await page.Locator("input[value=Present]").AllAsync())
            await present.CheckAsync();
        await Check(CheckKind.Documentary, CheckResult.Satisfactory);
        await page.Locator("#depth-full").CheckAsync();
        await Check(CheckKind.Identity, CheckResult.Satisfactory);
        await Check(CheckKind.Physical, CheckResult.Satisfactory);
        if (temperature != CheckResult.Satisfactory)
            await page.Locator("#reason-Temperature").FillAsync("운송 중 온도이탈");
        await Check(CheckKind.Temperature, temperature);
        await Look();
        await page.Picture($"cells-checked-{look}");
    }

    /// <summary>Goes to the decision by way of the receipt's list of lots.</summary>
    public async Task GoToTheDecision()
    {
        await Open($"{Receipt}/decide", "decide");
        await page.Locator(".rt-card--link a").ClickAsync();
        await page.WaitForURLAsync("**/cells/lots/lot-a/decision");
        await Look();
        await page.Picture($"cells-decision-{look}");
    }

    /// <summary>Fills in the form of a decision (<c>release</c>, <c>hold</c>, <c>reject</c>) and lands on the lot's page.</summary>
    public async Task Decide(string decision, string reason)
    {
        await page.Locator($"#{decision}-reason").FillAsync(reason);
        await page.Locator($"form:has(#{decision}-reason) button").ClickAsync();
        await page.WaitForURLAsync("**/cells/lots/lot-a");
        await Look();
        await page.Picture($"cells-{decision}-{look}");
    }

    private Task Look() => scripted ? page.ShouldBeAccessible() : Task.CompletedTask;

    private async Task Upload(string text)
    {
        await page.Locator("#File").SetInputFilesAsync(new FilePayload { Name = "log.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.Locator("form:has(#File) button").ClickAsync();
    }

    private async Task Check(CheckKind kind, CheckResult result)
    {
        await page.Locator($"#{kind}-{result}").CheckAsync();
        await page.Locator($"form:has(#{kind}-{result}) button").ClickAsync();
        await page.Locator($"section:has(#{kind}-{result}) > p .rt-badge").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
