using System.Net;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;

namespace RegenTrack.Tests.Auth;

public sealed class SendTests(SharedWeb shared) : IClassFixture<SharedWeb>
{
    private const string Page = "/sandbox/grants/new";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_same_form_sent_twice_does_the_thing_once_and_leads_to_the_same_place()
    {
        using var visitor = await shared.Web.SignedIn(Role.SandboxOfficer);
        var form = await visitor.Hidden(Page);
        using var first = await visitor.Send(Page, null, form, Grant("가상-100"));
        using var second = await visitor.Send(Page, null, form, Grant("가상-100"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);

        using var other = await visitor.Submit(Page, null, Grant("가상-101"));
        Assert.NotEqual(first.Headers.Location, other.Headers.Location);
    }

    [Fact]
    public async Task a_form_whose_intention_was_already_done_otherwise_is_refused()
    {
        using var visitor = await shared.Web.SignedIn(Role.SandboxOfficer);
        var form = await visitor.Hidden(Page);
        using var first = await visitor.Send(Page, null, form, Grant("가상-200"));
        using var changed = await visitor.Send(Page, null, form, Grant("가상-201"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.StatusCode);
    }

    [Fact]
    public async Task a_refusal_stands_at_its_field_with_the_rule_behind_it()
    {
        using var visitor = await shared.Web.SignedIn(Role.SandboxOfficer);
        using var response = await visitor.Submit(Page, null, Grant("가상-300", until: "2099-01-01"));
        var html = await response.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Matches("<a href=\"#Until\">[^<]*\\[SB-", html);
        Assert.Contains("value=\"가상-300\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_body_of_fifty_megabytes_is_refused_in_words()
    {
        using var visitor = await shared.Web.SignedIn(Role.SandboxOfficer);
        using var response = await visitor.Post(Page, ("CertificateNumber", new string('x', 50_000_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("파일이 너무 큽니다", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Grant(string certificate, string until = "2027-05-31") =>
    [
        ("CertificateNumber", certificate), ("Kind", "0"), ("Operators[0].Institution", "inst-hanbit"), ("Operators[0].ForTreatment", "true"),
        ("From", "2026-06-01"), ("Until", until),
    ];
}
