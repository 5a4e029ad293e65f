using Microsoft.Playwright;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Applications;

public sealed class LookTests(PostgresFixture postgres, ChromiumFixture chromium)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task the_pages_of_the_secretariat_are_accessible(int width)
    {
        await using IBrowserContext context = await chromium.Open(width);
        await using RunningWeb web = await RunningWeb.Start(postgres);
        var story = new Story(web.Services);
        await story.Prepare();
        await story.Submit("new");
        await story.Submit("stopped");
        await story.Accept(new ConfirmReceipt(new("stopped"), "2026-0001"), Story.Secretariat);
        await story.Accept(new RequestSupplement(new("stopped"), "s-1", 14, [new("1", "8", "이상반응 보고 절차를 구체적으로 적으십시오.")]), Story.Secretariat);
        await story.Submit("received");
        await story.Accept(new ConfirmReceipt(new("received"), "2026-0002"), Story.Secretariat);
        IPage page = await context.NewPageAsync();
        await page.SignIn(web.Address, await web.Account(Role.Secretariat));

        foreach ((string path, string name) in new[]
        {
            ("/applications", "worklist"), ("/applications/stopped", "case"), ("/applications/new/receipt", "receipt"),
            ("/applications/received/supplement", "supplement"), ("/applications/stopped/supplement", "supplement-open"), ("/applications/received/assign", "assign"),
        })
        {
            await page.GotoAsync(new Uri(web.Address, path).ToString());
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            await page.Picture($"applications-{name}-{width}");
            await page.ShouldBeAccessible();
        }
    }
}
