using Microsoft.Playwright;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Operations;

public sealed class OperationsLookTests(PostgresFixture postgres, ChromiumFixture chromium)
{
    [Theory]
    [InlineData(1280, "ko")]
    [InlineData(1280, "en")]
    [InlineData(390, "ko")]
    [InlineData(390, "en")]
    public async Task what_stopped_is_shown_accessibly(int width, string language)
    {
        await using IBrowserContext context = await chromium.Open(width);
        await using RunningWeb web = await RunningWeb.Start(postgres);
        await OperationsPageTests.Stop(web);
        await context.Prefer(web.Address, language, false);
        IPage page = await context.NewPageAsync();
        await page.SignIn(web.Address, await web.Account(Role.Administrator));
        await page.GotoAsync(new Uri(web.Address, "/admin/operations").ToString());
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        await page.Picture($"operations-{language}-{width}");
        Assert.Equal(language, await page.EvaluateAsync<string>("document.documentElement.lang"));
        await page.ShouldBeAccessible();
    }
}
