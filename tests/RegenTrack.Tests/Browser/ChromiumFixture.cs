using Microsoft.Playwright;
using RegenTrack.Tests.Browser;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]

namespace RegenTrack.Tests.Browser;

/// <summary>One Chromium for all browser tests, started by the first that asks. Without a Chromium those tests are skipped and say so.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A fresh browser context (no cookies of others) of a width in pixels.</summary>
    public async Task<IBrowserContext> Open(int width = 1280, int height = 900, bool javaScript = true)
    {
        var browser = await Browser();
        return await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, JavaScriptEnabled = javaScript, Locale = "ko-KR", TimezoneId = "Asia/Seoul" });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> Browser()
    {
        var program = Places.Prepend(Environment.GetEnvironmentVariable("CHROMIUM") ?? "").FirstOrDefault(File.Exists);
        if (program is null)
            Assert.Skip("SKIPPED, NOT PASSED: no Chromium was found. Install it (Debian: apt-get install chromium) or name it in the environment variable CHROMIUM.");
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        }
        finally
        {
            _starting.Release();
        }
    }
}
