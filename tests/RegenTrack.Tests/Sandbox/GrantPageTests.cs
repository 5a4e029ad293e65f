using System.Net;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Sandbox;

/// <summary>A sandbox officer enters an exemption from its certificate and keeps it.</summary>
public sealed class GrantPageTests(PostgresFixture postgres)
{
    private const string New = "/sandbox/grants/new";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task from_the_certificate_to_insurance_start_and_a_condition_kept_and_lost()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var officer = await web.SignedIn(Role.SandboxOfficer);
        using var recorded = await officer.Submit(New, null, Certificate(("Operators[0].ForTreatment", "true"), ("Conditions", "comparability")));
        Assert.True(recorded.StatusCode == HttpStatusCode.Redirect, await recorded.Content.ReadAsStringAsync(Ct));
        var page = recorded.Headers.Location!.OriginalString;
        var shown = await officer.Read(page);
        Assert.Contains("inst-hanbit · 치료", shown, StringComparison.Ordinal);
        Assert.Contains("시작 전", shown, StringComparison.Ordinal);
        Assert.Contains("필요 없음", shown, StringComparison.Ordinal);

        using var uninsured = await officer.Submit(page, "Start", ("StartedOn", "2026-06-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, uninsured.StatusCode);
        Assert.Contains("SB-09", await uninsured.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await Accepted(officer, page, "Insurance", Insurance);
        await Accepted(officer, page, "Start", ("StartedOn", "2026-06-01"));
        Assert.Contains("시행 중", await officer.Read(page), StringComparison.Ordinal);

        await Judge(officer, page, "Met", "이행계획서 1");
        Assert.Contains("부가조건 이행: 심의위원회가 동등성을 인정", await officer.Read(page), StringComparison.Ordinal);
        await Judge(officer, page, "Unmet", "자료가 철회됨");
        Assert.Contains("부가조건 미이행: 심의위원회가 동등성을 인정", await officer.Read(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_certificate_for_longer_than_the_law_allows_is_refused_with_what_was_typed_kept()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var officer = await web.SignedIn(Role.SandboxOfficer);
        using var refused = await officer.Submit(New, null, [.. Certificate(("Operators[0].ForTreatment", "true")).Where(field => field.Name != "Until"), ("Until", "2029-12-31")]);
        var html = await refused.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("SB-07", html, StringComparison.Ordinal);
        Assert.Contains("가상-실증-9", html, StringComparison.Ordinal);
        Assert.Matches("name=\"Operators\\[0\\].ForTreatment\"[^>]*checked|checked[^>]*name=\"Operators\\[0\\].ForTreatment\"", html);
        Assert.DoesNotContain("가상-실증-9", await officer.Read("/sandbox/grants"), StringComparison.Ordinal);
    }

    private static readonly (string Name, string Value)[] Insurance =
        [("Insurance.Insurer", "가상보험"), ("Insurance.PolicyNumber", "P-9"), ("Insurance.From", "2026-01-01"), ("Insurance.Until", "2027-12-31"), .. Covers];

    private static IEnumerable<(string, string)> Covers =>
        [("Insurance.DeathCover", "150000000"), ("Insurance.InjuryCover", "30000000"), ("Insurance.DisabilityCover", "150000000"), ("Insurance.PropertyCover", "1000000000")];

    private static (string Name, string Value)[] Certificate(params (string Name, string Value)[] ticked) =>
        [("CertificateNumber", "가상-실증-9"), ("Kind", "ImportedRawCells"), ("Operators[0].Institution", "inst-hanbit"), ("From", "2026-01-01"), ("Until", "2027-12-31"), .. ticked];

    private static async Task Accepted(Visitor officer, string page, string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await officer.Submit(page, handler, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Ct));
    }

    private static async Task Judge(Visitor officer, string page, string handler, string evidence)
    {
        using var answer = await officer.Send(page, handler, await officer.Hidden(page, "name=\"Key\""), ("Evidence", evidence));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Ct));
    }
}
