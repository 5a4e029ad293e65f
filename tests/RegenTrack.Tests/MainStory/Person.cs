using System.Globalization;
using Microsoft.Playwright;
using RegenTrack.Tests.Browser;

namespace RegenTrack.Tests.MainStory;

/// <summary>Somebody at a real browser: goes, fills in, presses, reads.</summary>
internal sealed class Person(IBrowserContext context, IPage page, Uri host) : IAsyncDisposable
{
    public static async Task<Person> SignIn(ChromiumFixture chromium, Uri host, string account, int width = 1280)
    {
        var context = await chromium.Open(width);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.SignIn(host, account);
        return new Person(context, page, host);
    }

    public Task Go(string path) => page.GotoAsync(new Uri(host, path).ToString());

    public Task Fill(string id, string value) => page.Locator(Id(id)).FillAsync(value);

    public Task Choose(string id, string value) => page.Locator(Id(id)).SelectOptionAsync(value);

    public Task Check(string id) => page.Locator(Id(id)).CheckAsync();

    public Task CheckRadio(string name, string value) => page.Locator($"input[type=radio][name='{name}'][value='{value}']").CheckAsync();

    public Task Upload(string id, string fileName, string mediaType, byte[] content) =>
        page.Locator(Id(id)).SetInputFilesAsync(new FilePayload { Name = fileName, MimeType = mediaType, Buffer = content });

    /// <summary>Presses what must go through: the page that comes shows no error.</summary>
    public async Task Press(string text)
    {
        await PressInVain(text);
        var errors = page.Locator(".rt-errors");
        Assert.False(await errors.IsVisibleAsync(), await errors.IsVisibleAsync() ? $"{page.Url} after '{text}': {await errors.InnerTextAsync()}" : "");
    }

    /// <summary>Presses the button or follows the link of that exact text, and waits for what comes.</summary>
    public async Task PressInVain(string text)
    {
        await page.Locator("main").Locator($"button:visible:text-is('{text}'), a:visible:text-is('{text}')").First.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    public async Task Follow(string partOfText)
    {
        await page.Locator("main a").Filter(new() { HasText = partOfText }).First.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    public async Task ShouldRead(params string[] texts)
    {
        var shown = await page.Locator("main").InnerTextAsync();
        Assert.All(texts, text => Assert.True(shown.Contains(text, StringComparison.Ordinal), string.Create(CultureInfo.InvariantCulture, $"{page.Url} does not say '{text}':\n{shown}")));
    }

    /// <summary>The number beside a name in a list of figures.</summary>
    public async Task<string> Figure(string name) =>
        (await page.Locator("dl.rt-figures div").Filter(new() { Has = page.Locator($"dt:text-is('{name}')") }).Locator("dd").InnerTextAsync()).Trim();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static string Id(string id) => $"[id='{id}']";
}
