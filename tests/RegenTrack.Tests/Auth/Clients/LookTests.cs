using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Tests.Auth.Clients;

public sealed class LookTests(PostgresFixture postgres, ChromiumFixture chromium)
{
    [Theory]
    [InlineData(1280, "ko")]
    [InlineData(390, "ko")]
    [InlineData(1280, "en")]
    [InlineData(390, "en")]
    public async Task the_pages_of_system_clients_are_accessible(int width, string language)
    {
        await using IBrowserContext context = await chromium.Open(width);
        await using RunningWeb web = await RunningWeb.Start(postgres);
        await context.Prefer(web.Address, language, highContrast: false);
        IPage page = await context.NewPageAsync();
        await page.SignIn(web.Address, await web.Account(Role.Administrator));
        await Look("/admin/clients", "empty");
        await Arrange(web);
        var thumbprint = (await web.Services.GetRequiredService<ClientKeys>().List("hospital-x", TestContext.Current.CancellationToken))[0].Key.Thumbprint;

        foreach ((string path, string name) in new[]
        {
            ("", "list"), ("/new", "new"), ("/hospital-x", "detail"), ("/hospital-x/keys", "keys"), ($"/hospital-x/keys/{thumbprint}", "remove-key"), ("/hospital-x/scopes", "scopes"),
            ("/hospital-x/secret", "secret"), ("/hospital-x/revoke", "revoke"), ("/hospital-old", "revoked"), ("/hospital-none", "no-key"),
        })
            await Look("/admin/clients" + path, name);

        await page.GotoAsync(new Uri(web.Address, "/admin/clients/new").ToString());
        await page.Locator("#Id").FillAsync("Not an id");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".rt-errors").WaitForAsync();
        await page.Picture($"clients-errors-{width}-{language}");
        await page.ShouldBeAccessible();

        async Task Look(string path, string name)
        {
            await page.GotoAsync(new Uri(web.Address, path).ToString());
            await page.Picture($"clients-{name}-{width}-{language}");
            await page.ShouldBeAccessible();
        }
    }

    [Fact]
    public async Task a_client_is_registered_and_revoked_by_the_keyboard_alone()
    {
        await using IBrowserContext context = await chromium.Open();
        await using RunningWeb web = await RunningWeb.Start(postgres);
        IPage page = await context.NewPageAsync();
        await page.SignIn(web.Address, await web.Account(Role.Administrator));
        await page.GotoAsync(new Uri(web.Address, "/admin/clients/new").ToString());
        await page.Locator("#Id").FocusAsync();
        foreach (var text in (string[])["hospital-x", "가상병원", "inst-x"])
        {
            await page.Keyboard.InsertTextAsync(text);
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.InsertTextAsync(SigningClient.Jwks(SigningClient.Ec("hospital-x")));
        await Until(page, "등록", "button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Uri(web.Address, "/admin/clients/hospital-x").ToString());

        await page.GotoAsync(new Uri(web.Address, "/admin/clients/hospital-x/revoke").ToString());
        await Until(page, "", "#Confirmed");
        await page.Keyboard.PressAsync("Space");
        await Until(page, "회수", "button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".rt-notice--danger").WaitForAsync();
        Assert.NotNull((await web.Services.GetRequiredService<ClientStore>().Find("hospital-x", TestContext.Current.CancellationToken))!.RevokedAt);
    }

    private static async Task Until(IPage page, string text, string selector)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            if (await page.EvaluateAsync<bool>("([text, selector]) => document.activeElement.matches('main ' + selector) && document.activeElement.textContent.trim() === text", new[] { text, selector }))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {selector} {text}");
    }

    private static async Task Arrange(RunningWeb web)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var clients = web.Services.GetRequiredService<ClientStore>();
        await SigningClient.Rsa("hospital-x", "2026-second-half").Register(web, "inst-hanbit", "system/*.rs system/AdverseEvent.cu system/DocumentReference.rs?type=result-notice");
        await SigningClient.Ec("hospital-x", "2027-01").AddKey(web);
        await clients.SetKeysUrl("hospital-x", new Uri("https://hospital.invalid/fhir/r4/.well-known/jwks.json"), "administrator-1", cancellation);
        await clients.Rotate("hospital-x", "administrator-1", cancellation);
        await clients.Create("hospital-old", "예전 시스템(가상)", "inst-hanbit", "administrator-1", cancellation);
        await clients.Revoke("hospital-old", "administrator-1", cancellation);
        Assert.True(await clients.Register("hospital-none", "준비 중(가상)", "inst-saebyeok", Interop.Server.Scopes.GrantedScopes.Parse("system/*.crus"), null, "administrator-1", cancellation));
    }
}
