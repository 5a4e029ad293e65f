using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Auth;

public sealed partial class AdministrationTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_new_account_signs_in_with_the_password_that_was_shown_once()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var admin = await web.SignedIn(Role.Administrator);
        using var created = await admin.Submit("/admin/accounts/new", null, ("Id", "sec9"), ("Name", "구사무"), ("Role", "Secretariat"));
        Assert.True(created.Headers.CacheControl?.NoStore);
        var password = SecretIn(await created.Content.ReadAsStringAsync(Ct));

        using var fresh = web.Visitor();
        await fresh.SignIn("sec9", password);
        Assert.DoesNotContain(password, await admin.Read("/admin/accounts/sec9"), StringComparison.Ordinal);
        Assert.Contains("구사무", await admin.Read("/admin/accounts"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec 9", "이름", "Secretariat", "Id")]
    [InlineData("sec9", "  ", "Secretariat", "Name")]
    [InlineData("sec9", "이름", "HospitalSystem", "Role")]
    [InlineData("sec9", "이름", "Emperor", "Role")]
    [InlineData("administrator-1", "이름", "Secretariat", "Id")]
    public async Task a_field_that_is_wrong_is_told_at_the_field_and_in_the_summary(string id, string name, string role, string field)
    {
        await using var web = await RunningWeb.Start(postgres);
        using var admin = await web.SignedIn(Role.Administrator);
        using var response = await admin.Submit("/admin/accounts/new", null, ("Id", id), ("Name", name), ("Role", role));
        var html = await response.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains($"<a href=\"#{field}\">", html, StringComparison.Ordinal);
        Assert.Matches($"id=\"{field}\"[^>]*aria-invalid=\"true\"|aria-invalid=\"true\"[^>]*id=\"{field}\"", html);
    }

    [Fact]
    public async Task lock_unlock_and_reset_take_effect_at_once_and_are_logged()
    {
        await using var web = await RunningWeb.Start(postgres);
        await web.Account(Role.Expert);
        using var admin = await web.SignedIn(Role.Administrator);
        const string page = "/admin/accounts/expert-1";
        var door = web.Services.GetRequiredService<PasswordDoor>();

        using var locked = await admin.Submit(page, "Lock");
        Assert.Null(await door.Open("expert-1", RunningWeb.Password, null, Ct));
        using var unlocked = await admin.Submit(page, "Unlock");
        Assert.NotNull(await door.Open("expert-1", RunningWeb.Password, null, Ct));
        using var reset = await admin.Submit(page, "Reset");
        var password = SecretIn(await reset.Content.ReadAsStringAsync(Ct));
        Assert.Null(await door.Open("expert-1", RunningWeb.Password, null, Ct));
        Assert.True((await door.Open("expert-1", password, null, Ct))!.MustChange);

        var log = await web.Services.GetRequiredService<AuthLog>().About("expert-1", Ct);
        string[] expected = ["password-set", "account-unlocked", "account-locked"];
        Assert.Equal(expected, log.Where(entry => entry.Actor == "administrator-1").Select(entry => entry.Action));
    }

    [Fact]
    public async Task an_administrator_cannot_lock_the_own_account()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var admin = await web.SignedIn(Role.Administrator);
        using var response = await admin.Submit("/admin/accounts/administrator-1", "Lock");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.False((await web.Services.GetRequiredService<AccountStore>().Find("administrator-1", Ct))!.Locked);
    }

    private static string SecretIn(string html) => WebUtility.HtmlDecode(Secret().Match(html).Groups[1].Value) is { Length: > 0 } secret ? secret : throw new InvalidOperationException(html);

    [GeneratedRegex("<code id=\"secret\">([^<]+)</code>")]
    private static partial Regex Secret();
}
