using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Auth;

public sealed class SignInTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_right_password_opens_the_page_that_was_asked_for()
    {
        await using var web = await RunningWeb.Start(postgres);
        var account = await web.Account(Role.Administrator);
        using var visitor = web.Visitor();
        using var refused = await visitor.Get("/admin/accounts");
        Assert.Equal("/sign-in?returnUrl=%2Fadmin%2Faccounts", refused.Headers.Location?.PathAndQuery);

        using var opened = await visitor.Submit(refused.Headers.Location!.PathAndQuery, null, ("Account", account), ("Password", RunningWeb.Password));
        Assert.Equal("/admin/accounts", opened.Headers.Location?.OriginalString);
        using var page = await visitor.Get("/admin/accounts");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    public async Task signing_in_never_leads_to_another_site(string target)
    {
        await using var web = await RunningWeb.Start(postgres);
        var account = await web.Account(Role.Auditor);
        using var visitor = web.Visitor();
        using var opened = await visitor.Submit($"/sign-in?returnUrl={Uri.EscapeDataString(target)}", null, ("Account", account), ("Password", RunningWeb.Password));
        Assert.Equal("/", opened.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task wrong_unknown_and_locked_are_told_in_the_same_words()
    {
        await using var web = await RunningWeb.Start(postgres);
        var account = await web.Account(Role.Auditor);
        var locked = await web.Account(Role.Expert);
        await web.Services.GetRequiredService<AccountStore>().Lock(locked, "test", Ct);

        (string, string)[] attempts = [(account, "wrong password"), ("nobody", RunningWeb.Password), (locked, RunningWeb.Password)];
        foreach (var (id, password) in attempts)
        {
            using var visitor = web.Visitor();
            using var response = await visitor.TrySignIn(id, password);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
            Assert.Contains("아이디 또는 비밀번호가 맞지 않거나 잠긴 계정입니다.", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task an_attempt_at_an_account_that_does_not_exist_is_logged_without_what_was_typed()
    {
        await using var web = await RunningWeb.Start(postgres);
        Assert.Null(await web.Services.GetRequiredService<PasswordDoor>().Open("my-password-by-mistake", "x", "192.0.2.1", Ct));
        var entry = Assert.Single(await web.Services.GetRequiredService<AuthLog>().About("", Ct));
        Assert.Equal(("", "sign-in-failed", "192.0.2.1"), (entry.Actor, entry.Action, entry.Source));
    }

    [Fact]
    public async Task five_wrong_passwords_lock_the_account_for_fifteen_minutes()
    {
        await using var web = await RunningWeb.Start(postgres);
        var account = await web.Account(Role.Auditor);
        var door = web.Services.GetRequiredService<PasswordDoor>();
        for (var attempt = 1; attempt <= 4; attempt++)
            Assert.Null(await door.Open(account, "wrong password", null, Ct));
        Assert.NotNull(await door.Open(account, RunningWeb.Password, null, Ct));

        for (var attempt = 1; attempt <= 5; attempt++)
            Assert.Null(await door.Open(account, "wrong password", null, Ct));
        Assert.Null(await door.Open(account, RunningWeb.Password, null, Ct));
        web.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.Null(await door.Open(account, RunningWeb.Password, null, Ct));
        web.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await door.Open(account, RunningWeb.Password, null, Ct));
    }

    [Fact]
    public async Task parallel_guesses_are_all_counted()
    {
        await using var web = await RunningWeb.Start(postgres);
        var account = await web.Account(Role.Auditor);
        var door = web.Services.GetRequiredService<PasswordDoor>();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => door.Open(account, "wrong password", null, Ct)));
        Assert.Null(await door.Open(account, RunningWeb.Password, null, Ct));
    }

    [Fact]
    public async Task the_password_is_kept_as_a_salted_hash_only()
    {
        await using var web = await RunningWeb.Start(postgres);
        await web.Account(Role.Auditor, "one");
        await web.Account(Role.Auditor, "two");
        await using var command = web.Services.GetRequiredService<Npgsql.NpgsqlDataSource>().CreateCommand(
            "select count(distinct password_hash), bool_or(a::text like '%correct horse%') from auth_accounts a");
        await using var reader = await command.ExecuteReaderAsync(Ct);
        Assert.True(await reader.ReadAsync(Ct));
        Assert.Equal(2, reader.GetInt64(0));
        Assert.False(reader.GetBoolean(1));
    }

    [Fact]
    public async Task too_many_attempts_from_one_address_are_slowed_down()
    {
        await using var web = await RunningWeb.Start(postgres, settings: ("Auth:SignInsPerMinute", "3"));
        using var visitor = web.Visitor();
        HttpStatusCode[] expected = [HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests];
        foreach (var status in expected)
        {
            using var response = await visitor.TrySignIn("nobody", "whatever it is");
            Assert.Equal(status, response.StatusCode);
        }
    }
}
