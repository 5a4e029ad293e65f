using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Auth;

public sealed class SessionTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_page_left_open_over_a_restart_still_posts()
    {
        var first = await RunningWeb.Start(postgres);
        var before = await first.SignedIn(Role.Administrator);
        var form = await before.Hidden("/admin/accounts/new");
        var (connection, time) = (first.ConnectionString, first.Time);
        await first.DisposeAsync();

        await using var second = await RunningWeb.StartOn(connection, time);
        using var after = new Visitor(second.Address, before.Cookies);
        using var response = await after.Send("/admin/accounts/new", null, form, ("Id", "after-restart"), ("Name", "재시작"), ("Role", "Auditor"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(await second.Services.GetRequiredService<AccountStore>().Find("after-restart", Ct));
        before.Dispose();
    }

    [Fact]
    public async Task a_session_opened_on_one_instance_holds_on_another()
    {
        await using var one = await RunningWeb.Start(postgres);
        await using var two = await RunningWeb.StartOn(one.ConnectionString, one.Time);
        using var visitor = await one.SignedIn(Role.Auditor);
        using var elsewhere = new Visitor(two.Address, visitor.Cookies);
        Assert.Equal(HttpStatusCode.OK, await StatusOf(elsewhere));
    }

    [Fact]
    public async Task half_an_hour_without_a_request_ends_the_session()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var visitor = await web.SignedIn(Role.Auditor);
        web.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(visitor));
        web.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(visitor));
        web.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Redirect, await StatusOf(visitor));
    }

    [Fact]
    public async Task a_lock_ends_open_sessions_at_once()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var visitor = await web.SignedIn(Role.Auditor);
        Assert.Equal(HttpStatusCode.OK, await StatusOf(visitor));
        await web.Services.GetRequiredService<AccountStore>().Lock("auditor-1", "test", Ct);
        Assert.Equal(HttpStatusCode.Redirect, await StatusOf(visitor));
    }

    [Fact]
    public async Task a_cookie_copied_before_signing_out_is_worth_nothing()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var visitor = await web.SignedIn(Role.Auditor);
        var copy = new CookieContainer();
        copy.Add(visitor.Cookies.GetAllCookies());
        using var thief = new Visitor(web.Address, copy);
        Assert.Equal(HttpStatusCode.OK, await StatusOf(thief));
        using var left = await visitor.Submit("/sign-out");
        Assert.Equal("/sign-in", left.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await StatusOf(thief));
    }

    [Fact]
    public async Task a_form_without_its_token_is_refused_with_advice()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var visitor = await web.SignedIn(Role.Administrator);
        using var response = await visitor.Post("/admin/accounts/new", ("Id", "forged"), ("Name", "x"), ("Role", "Auditor"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("앞 화면을 새로 열어 다시 시도하십시오", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Null(await web.Services.GetRequiredService<AccountStore>().Find("forged", Ct));
    }

    [Fact]
    public async Task a_temporary_password_is_changed_before_anything_else()
    {
        await using var web = await RunningWeb.Start(postgres);
        var account = await web.Account(Role.Auditor, mustChange: true);
        using var visitor = web.Visitor();
        await visitor.SignIn(account);
        using var held = await visitor.Get("/");
        Assert.Equal("/account/password", held.Headers.Location?.OriginalString);

        using var weak = await visitor.Submit("/account/password", null, ("Current", RunningWeb.Password), ("Fresh", "short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        using var changed = await visitor.Submit("/account/password", null, ("Current", RunningWeb.Password), ("Fresh", "battery staple 9"));
        Assert.Equal("/sign-in?changed=true", changed.Headers.Location?.OriginalString);
        await visitor.SignIn(account, "battery staple 9");
        Assert.Equal(HttpStatusCode.OK, await StatusOf(visitor));
    }

    private static async Task<HttpStatusCode> StatusOf(Visitor visitor)
    {
        using var response = await visitor.Get("/");
        return response.StatusCode;
    }
}
