using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Auth;

public sealed class FrameBrowserTests(SharedWeb shared, ChromiumFixture chromium) : IClassFixture<SharedWeb>
{
    public static TheoryData<string, bool, int> Looks()
    {
        var looks = new TheoryData<string, bool, int>();
        foreach (var language in (string[])["ko", "en"])
        {
            foreach (var high in (bool[])[false, true])
            {
                looks.Add(language, high, 1280);
                looks.Add(language, high, 390);
            }
        }

        return looks;
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task the_frame_is_accessible_in_every_look(string language, bool high, int width)
    {
        await using var context = await chromium.Open(width);
        var web = shared.Web;
        var account = await web.Account(Role.Administrator);
        await web.Account(Role.Expert);
        await context.Prefer(web.Address, language, high);
        var page = await context.NewPageAsync();
        var look = $"{language}-{(high ? "high" : "light")}-{width}";

        await page.GotoAsync(new Uri(web.Address, "/sign-in").ToString());
        await page.ShouldBeAccessible();
        await page.Picture($"sign-in-{look}");
        await page.Locator("#Account").FillAsync("nobody");
        await page.Locator("#Password").FillAsync("whatever it is");
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.Locator(".rt-errors").WaitForAsync();
        await page.ShouldBeAccessible();
        await page.Picture($"sign-in-refused-{look}");

        await page.SignIn(web.Address, account);
        foreach (var path in (string[])["/", "/admin/accounts", "/admin/accounts/new", "/admin/accounts/expert-1", "/admin/clients", "/no-such-page", "/account/password"])
        {
            await page.GotoAsync(new Uri(web.Address, path).ToString());
            await page.ShouldBeAccessible();
            await page.Picture($"{path.Trim('/').Replace('/', '-')}-{look}");
        }
    }

    [Fact]
    public async Task the_keyboard_alone_signs_in_and_skips_to_the_content()
    {
        await using var context = await chromium.Open();
        var web = shared.Web;
        var account = await web.Account(Role.Administrator);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(web.Address, "/sign-in").ToString());
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("rt-skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(account);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(RunningWeb.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Uri(web.Address, "/").ToString());
    }

    [Fact]
    public async Task nothing_on_a_page_is_refused_by_its_own_security_policy()
    {
        await using var context = await chromium.Open();
        var web = shared.Web;
        var account = await web.Account(Role.Administrator);
        var page = await context.NewPageAsync();
        var said = new List<string>();
        page.Console += (_, message) => said.Add(message.Text);
        page.RequestFailed += (_, request) => said.Add($"failed: {request.Url}");
        await page.SignIn(web.Address, account);
        await page.GotoAsync(new Uri(web.Address, "/admin/accounts").ToString());
        Assert.True(await page.EvaluateAsync<bool>("document.fonts.ready.then(() => document.fonts.check('17px \"Pretendard GOV\"', '가'))"));
        Assert.Empty(said);
    }
}
