using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Tests.Auth.Clients;

public sealed partial class ClientPagesTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_hospitals_system_is_registered_rotates_its_key_is_narrowed_and_revoked()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var admin = await web.SignedIn(Role.Administrator);
        using var http = web.Client();
        Assert.Contains("등록한 자격이 없습니다", await admin.Read("/admin/clients"), StringComparison.Ordinal);
        SigningClient old = SigningClient.Rsa("hospital-x", "2026-a"), fresh = SigningClient.Ec("hospital-x", "2026-b");
        using var registered = await admin.Submit("/admin/clients/new", null, [.. Good, ("Way", "keys"), ("Jwks", SigningClient.Jwks(old))]);
        Assert.Equal("/admin/clients/hospital-x", registered.Headers.Location?.OriginalString);
        Assert.Equal((200, "system/*.crus"), await Granted(web, http, old));

        using var added = await admin.Submit("/admin/clients/hospital-x/keys", "Add", ("Jwks", SigningClient.Jwks(fresh)));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var page = await admin.Read("/admin/clients/hospital-x");
        var keys = await web.Services.GetRequiredService<ClientKeys>().List("hospital-x", Ct);
        Assert.All(keys, one => Assert.Matches($"{one.Key.Id}</code>.*{one.Key.Algorithm}.*{one.Key.Thumbprint}", page.ReplaceLineEndings(" ")));

        var remove = $"/admin/clients/hospital-x/keys/{keys.Single(one => one.Key.Id == "2026-a").Key.Thumbprint}";
        using var unconfirmed = await admin.Submit(remove);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unconfirmed.StatusCode);
        Assert.Equal(200, (await Granted(web, http, old)).Status);
        using var removed = await admin.Submit(remove, null, ("Confirmed", "true"));
        Assert.Equal(401, (await Granted(web, http, old)).Status);
        Assert.Equal(200, (await Granted(web, http, fresh)).Status);

        using var hospital = await fresh.SignIn(web);
        using var narrowed = await admin.Submit("/admin/clients/hospital-x/scopes", null, ("Preset", "custom"), ("Scopes", "system/Task.rs?status=requested system/Patient.r"));
        Assert.Equal(HttpStatusCode.Redirect, narrowed.StatusCode);
        Assert.Equal(401, (await hospital.Get("Task")).Status);
        Assert.Equal((200, "system/Patient.r system/Task.rs?status=requested"), await Granted(web, http, fresh));

        using var revoked = await admin.Submit("/admin/clients/hospital-x/revoke", null, ("Confirmed", "true"));
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(401, (await Granted(web, http, fresh)).Status);
        using var gone = await admin.Get("/admin/clients/hospital-x/keys");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        var log = await web.Services.GetRequiredService<AuthLog>().About("hospital-x", Ct);
        Assert.Equal(["client-created", "client-key-added", "client-key-added", "client-key-removed", "client-scopes-set", "client-revoked"], log.Where(entry => entry.Actor == "administrator-1").Select(entry => entry.Action.Split(':')[0]).Reverse());
    }

    [Fact]
    public async Task the_older_way_shows_a_secret_once_and_can_be_given_up()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var admin = await web.SignedIn(Role.Administrator);
        var clients = web.Services.GetRequiredService<ClientStore>();
        using var created = await admin.Submit("/admin/clients/new", null, [.. Good, ("Way", "secret")]);
        var secret = SecretIn(await created.Content.ReadAsStringAsync(Ct));
        Assert.Equal("inst-x", (await clients.Check("hospital-x", secret, Ct))?.Institution);
        Assert.Contains("이전 방식", await admin.Read("/admin/clients"), StringComparison.Ordinal);

        using var made = await admin.Submit("/admin/clients/hospital-x/secret", "Make", ("Confirmed", "true"));
        var fresh = SecretIn(await made.Content.ReadAsStringAsync(Ct));
        Assert.Null(await clients.Check("hospital-x", secret, Ct));
        Assert.NotNull(await clients.Check("hospital-x", fresh, Ct));
        using var removed = await admin.Submit("/admin/clients/hospital-x/secret", "Remove", ("Confirmed", "true"));
        Assert.Null(await clients.Check("hospital-x", fresh, Ct));
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "Id", "Id", "Hospital X" }, { "Name", "Name", " " }, { "Name", "Name", "900101-1234567" }, { "Institution", "Institution", "" },
        { "Jwks", "Jwks", "{}" }, { "Jwks", "Jwks", """{"keys":[{"kty":"EC","kid":"a","d":"AQ"}]}""" }, { "Preset", "Preset", "" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task a_field_that_is_wrong_is_told_at_the_field(string field, string name, string value)
    {
        await using var web = await RunningWeb.Start(postgres);
        using var admin = await web.SignedIn(Role.Administrator);
        (string, string)[] fields = [.. Good, ("Way", "keys"), ("Jwks", SigningClient.Jwks(SigningClient.Ec("hospital-x")))];
        using var refused = await admin.Submit("/admin/clients/new", null, [.. fields.Where(one => one.Item1 != name), (name, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"<a href=\"#{field}\">", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Null(await web.Services.GetRequiredService<ClientStore>().Find("hospital-x", Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("openid")]
    [InlineData("system/Task.rs patient/Task.rs")]
    [InlineData("system/Task.rs?authored-on=2026")]
    [InlineData("system/Task.rs?nonsense=1")]
    public async Task scopes_that_cannot_be_kept_are_refused(string scopes)
    {
        await using var web = await RunningWeb.Start(postgres);
        using var admin = await web.SignedIn(Role.Administrator);
        await SigningClient.Ec("hospital-x").Register(web, "inst-x");
        using var refused = await admin.Submit("/admin/clients/hospital-x/scopes", null, ("Preset", "custom"), ("Scopes", scopes));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("<a href=\"#Scopes\">", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task keys_may_be_fetched_from_public_https_addresses_only()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var admin = await web.SignedIn(Role.Administrator);
        await SigningClient.Ec("hospital-x").Register(web, "inst-x");
        foreach (var (address, status) in ((string, HttpStatusCode)[])
            [("http://hospital.example/jwks", HttpStatusCode.UnprocessableEntity), ("https://10.0.0.1/jwks", HttpStatusCode.UnprocessableEntity), ("https://hospital.invalid/jwks", HttpStatusCode.Redirect)])
        {
            using var answer = await admin.Submit("/admin/clients/hospital-x/keys", "Address", ("KeysUrl", address));
            Assert.Equal((address, status), (address, answer.StatusCode));
        }

        Assert.Contains("가져오지 못했습니다", await admin.Read("/admin/clients/hospital-x"), StringComparison.Ordinal);
    }

    private static readonly (string, string)[] Good = [("Id", "hospital-x"), ("Name", "가상병원"), ("Institution", "inst-x"), ("Preset", "work")];

    private static async Task<(int Status, string? Scope)> Granted(RunningWeb web, HttpClient http, SigningClient client)
    {
        var (status, body) = await SigningClient.Ask(http, client.Sign(web));
        return (status, body.TryGetProperty("scope", out var scope) ? scope.GetString() : null);
    }

    private static string SecretIn(string html) => WebUtility.HtmlDecode(Secret().Match(html).Groups[1].Value) is { Length: > 0 } secret ? secret : throw new InvalidOperationException(html);

    [GeneratedRegex("<code id=\"secret\">([^<]+)</code>")]
    private static partial Regex Secret();
}
