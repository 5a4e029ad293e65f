using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;
using RegenTrack.Web.Pages.Shared;

namespace RegenTrack.Tests.Auth;

public sealed class AccessTests(SharedWeb shared) : IClassFixture<SharedWeb>
{
    private static readonly string[] OpenPages = ["preferences", "sign-in", "status/{code:int?}"];

    // The framework's own catch-all for files that nobody listed; the fallback policy guards it.
    private const string UnknownFiles = "{**path:file}";

    [Fact]
    public async Task every_page_says_who_may_open_it()
    {
        var web = shared.Web;
        var pages = await EveryPage.Of(web.Services);
        Assert.True(pages.Count >= 9, $"only {pages.Count} pages were found");
        Assert.All(pages, page => Assert.True(page.Permission is not null || page.IsForAnybodySignedIn || page.IsOpen, $"{page.Model} has neither [RequiresPermission] nor [SignedIn]"));
        Assert.Equal(OpenPages, pages.Where(page => page.IsOpen).Select(page => page.Template).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task every_endpoint_beside_the_pages_has_a_policy_or_is_open_on_purpose()
    {
        var web = shared.Web;
        var endpoints = web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null && endpoint.RoutePattern.RawText != UnknownFiles).ToList();
        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint => Assert.True(
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null,
            $"{endpoint.RoutePattern.RawText} has no policy"));
    }

    [Fact]
    public async Task nobody_sees_a_page_without_signing_in()
    {
        var web = shared.Web;
        using var visitor = web.Visitor();
        var pages = (await EveryPage.Of(web.Services)).Where(page => !page.IsOpen).ToList();
        Assert.NotEmpty(pages);
        foreach (var path in pages.Select(page => page.Path).Append("/no-such-page"))
        {
            using var response = await visitor.Get(path);
            Assert.Equal((path, HttpStatusCode.Redirect, "/sign-in"), (path, response.StatusCode, response.Headers.Location?.AbsolutePath));
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task a_role_opens_its_own_pages_and_every_other_page_does_not_exist_for_it(Role role)
    {
        var web = shared.Web;
        using var visitor = await web.SignedIn(role);
        var pages = (await EveryPage.Of(web.Services)).Where(page => !page.IsOpen).ToList();
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            using var response = await visitor.Get(page.Path);
            HttpStatusCode[] expected = !page.IsFor(role) ? [HttpStatusCode.NotFound]
                : page.HasParameters ? [HttpStatusCode.OK, HttpStatusCode.NotFound]
                : [HttpStatusCode.OK];
            Assert.True(expected.Contains(response.StatusCode), $"{role} at {page.Path}: {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task an_absent_page_and_a_forbidden_page_answer_alike()
    {
        var web = shared.Web;
        using var visitor = await web.SignedIn(Role.Auditor);
        var absent = await visitor.Read("/no-such-page");
        var forbidden = await visitor.Read("/admin/accounts");
        Assert.Contains("페이지를 찾을 수 없습니다", absent, StringComparison.Ordinal);
        Assert.Equal(Told(absent), Told(forbidden));
    }

    [Fact]
    public async Task the_menu_leads_only_to_pages_that_ask_for_the_same_permission()
    {
        var web = shared.Web;
        var pages = await EveryPage.Of(web.Services);
        Assert.NotEmpty(Navigation.Entries);
        Assert.All(Navigation.Entries, entry => Assert.Contains(pages, page =>
            page.Path == entry.Path && page.Permission?.Permission == entry.Permission));
    }

    [Fact]
    public async Task every_answer_forbids_framing_sniffing_and_inline_script()
    {
        var web = shared.Web;
        using var visitor = web.Visitor();
        foreach (var path in (string[])["/sign-in", "/no-such-page", "/css/regentrack.css", "/oauth2/token"])
        {
            using var response = await visitor.Get(path);
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    public static TheoryData<Role> Roles() => [.. RoleNames.OfPeople];

    private static string Told(string html) => html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];
}
