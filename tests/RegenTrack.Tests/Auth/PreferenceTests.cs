using Microsoft.AspNetCore.Http;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;

namespace RegenTrack.Tests.Auth;

public sealed class PreferenceTests(SharedWeb shared) : IClassFixture<SharedWeb>
{
    [Fact]
    public async Task the_page_speaks_korean_until_english_is_chosen_and_stays_where_it_is()
    {
        var web = shared.Web;
        using var visitor = await web.SignedIn(Role.Administrator);
        Assert.Contains("<html lang=\"ko\"", await visitor.Read("/admin/accounts"), StringComparison.Ordinal);
        using var switched = await Choose(visitor, "language", "en", "/admin/accounts?x=1");
        Assert.Equal("/admin/accounts?x=1", switched.Headers.Location?.OriginalString);
        var english = await visitor.Read("/admin/accounts");
        Assert.Contains("<html lang=\"en\"", english, StringComparison.Ordinal);
        Assert.Contains("New account", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task high_contrast_stays_until_it_is_switched_off()
    {
        var web = shared.Web;
        using var visitor = web.Visitor();
        using var on = await Choose(visitor, "contrast", "high", "/sign-in");
        Assert.Contains("data-krds-mode=\"high-contrast\"", await visitor.Read("/sign-in"), StringComparison.Ordinal);
        using var off = await Choose(visitor, "contrast", "normal", "/sign-in");
        Assert.Contains("data-krds-mode=\"light\"", await visitor.Read("/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_switch_never_leads_to_another_site()
    {
        var web = shared.Web;
        using var visitor = web.Visitor();
        using var switched = await Choose(visitor, "language", "en", "https://evil.example/");
        Assert.Equal("/", switched.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("ko", "페이지를 찾을 수 없습니다")]
    [InlineData("en", "Page not found")]
    public async Task an_absent_page_says_so_in_the_chosen_language(string language, string words)
    {
        var web = shared.Web;
        using var visitor = await web.SignedIn(Role.Auditor);
        using var switched = await Choose(visitor, "language", language, "/");
        using var response = await visitor.Get("/no-such-page");
        Assert.Equal(StatusCodes.Status404NotFound, (int)response.StatusCode);
        Assert.Contains(words, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Choose(Visitor visitor, string name, string value, string page)
    {
        var token = (await visitor.Hidden("/status/404", "action=\"/preferences\"")).Single(field => field.Name == "__RequestVerificationToken");
        return await visitor.Post("/preferences", (name, value), ("returnUrl", page), token);
    }
}
