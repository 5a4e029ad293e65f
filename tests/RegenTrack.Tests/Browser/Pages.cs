using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Browser;

/// <summary>What browser tests do with a page.</summary>
public static class Pages
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    // No page has frames: one look at the page itself costs half of what the package's walk through frames and its second tab cost.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Look = """
        tags => axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(seen => [
            seen.passes.length.toString(),
            ...seen.violations.map(found => [found.id + ': ' + found.help, ...found.nodes.map(node => '    ' + node.html + '  ' + node.any[0]?.message)].join('\n'))])
        """;

    /// <summary>Signs in through the page, as a person does.</summary>
    public static async Task SignIn(this IPage page, Uri host, string account)
    {
        await page.GotoAsync(new Uri(host, "/sign-in").ToString());
        await page.Locator("#Account").FillAsync(account);
        await page.Locator("#Password").FillAsync(RunningWeb.Password);
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Language and contrast as the header's switches set them.</summary>
    public static Task Prefer(this IBrowserContext context, Uri host, string language, bool highContrast) => context.AddCookiesAsync(
    [
        new() { Name = "regentrack.language", Value = language, Url = host.ToString() },
        new() { Name = "regentrack.contrast", Value = highContrast ? "high" : "normal", Url = host.ToString() },
    ]);

    /// <summary>No violation of WCAG 2.2 A and AA that axe can find, and nothing wider than the window.</summary>
    public static async Task ShouldBeAccessible(this IPage page)
    {
        Assert.Single(page.Frames);
        await page.EvaluateAsync(Axe);
        var seen = await page.EvaluateAsync<string[]>(Look, Rules);
        Assert.True(seen.Length == 1, $"{page.Url}\n{string.Join('\n', seen.Skip(1))}");
        Assert.NotEqual("0", seen[0]);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{page.Url} is wider than the window.");
    }

    /// <summary>Keeps a picture when the environment variable REGENTRACK_SCREENSHOTS names a folder.</summary>
    public static async Task Picture(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("REGENTRACK_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
