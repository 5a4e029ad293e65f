using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;

namespace RegenTrack.Tests.Trials;

/// <summary>The trial pages with real records, on a desk and on a phone, in both languages.</summary>
public sealed class EvidenceBrowserTests(SharedWeb shared, ChromiumFixture chromium) : IClassFixture<SharedWeb>
{
    [Theory]
    [InlineData("ko", false, 1280)]
    [InlineData("ko", false, 390)]
    [InlineData("en", true, 390)]
    public async Task every_trial_page_is_accessible_and_fits(string language, bool high, int width)
    {
        await EvidencePageTests.Import(shared.Web, RegistryFiles.Bytes("legacy-xml", "NCT02535364.xml"));
        await EvidencePageTests.Import(shared.Web, RegistryFiles.Bytes("api-v2-json", "NCT02552212.json"));
        await using var context = await chromium.Open(width);
        string account = await shared.Web.Account(Role.Secretariat);
        await context.Prefer(shared.Web.Address, language, high);
        var page = await context.NewPageAsync();
        await page.SignIn(shared.Web.Address, account);
        foreach (string path in (string[])["/trials", "/trials/upload", "/trials/NCT02535364", "/trials/NCT02535364/evidence", "/trials/NCT02552212/evidence"])
        {
            await page.GotoAsync(new Uri(shared.Web.Address, path).ToString());
            await page.ShouldBeAccessible();
            await page.Picture($"{path.Trim('/').Replace('/', '-')}-{language}-{width}");
        }
    }

    [Fact]
    public async Task the_forest_plot_draws_a_square_inside_its_interval()
    {
        await EvidencePageTests.Import(shared.Web, RegistryFiles.Bytes("legacy-xml", "NCT02535364.xml"));
        await using var context = await chromium.Open(javaScript: true);
        var page = await context.NewPageAsync();
        await page.SignIn(shared.Web.Address, await shared.Web.Account(Role.Expert));
        await page.GotoAsync(new Uri(shared.Web.Address, "/trials/NCT02535364/evidence").ToString());
        var square = await page.Locator(".rt-forest__primary").First.BoundingBoxAsync();
        var line = await page.Locator("tr:has(.rt-forest__primary) line.rt-forest__interval").First.BoundingBoxAsync();
        Assert.InRange(square!.X, line!.X, line.X + line.Width);
        Assert.Contains("45.5", await page.Locator("tr:has(.rt-forest__primary) desc").First.TextContentAsync(), StringComparison.Ordinal);
    }
}
