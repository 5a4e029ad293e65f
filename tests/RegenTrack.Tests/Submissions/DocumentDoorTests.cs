using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Submissions;

public sealed class DocumentDoorTests(PostgresFixture postgres)
{
    private const string Filing = "/documents/treatment-plan/application-9.pdf";
    private const string Result = "/documents/review-result/application-9.pdf";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_officer_gets_both_documents_of_a_decided_application()
    {
        await using var host = await RunningWeb.Start(postgres);
        await new FiledApplication(host.Services).Decide(Cancellation);
        using var officer = await SignIn(host, Role.Secretariat);

        using var filing = await officer.Get(Filing);
        using var result = await officer.Get(Result);

        foreach (var answer in (HttpResponseMessage[])[filing, result])
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("inline", answer.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Contains("private", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        using var form = await Data(filing);
        using var notice = await Data(result);
        Assert.Equal("김가상", form.RootElement.GetProperty("applicant").GetProperty("name").GetString());
        Assert.Equal("이가상, 정형외과 전문의", form.RootElement.GetProperty("items")[4].GetProperty("content").GetString());
        Assert.Equal("2026-0009", notice.RootElement.GetProperty("receiptNumber").GetString());
        Assert.Equal("suitable", notice.RootElement.GetProperty("result").GetString());
    }

    [Fact]
    public async Task a_document_is_the_same_however_often_it_is_asked_for_and_whatever_happened_since()
    {
        await using var host = await RunningWeb.Start(postgres);
        var application = new FiledApplication(host.Services);
        await application.Receive(Cancellation);
        using var officer = await SignIn(host, Role.Secretariat);
        using var early = await officer.Get(Filing);
        await application.Decide(Cancellation);

        using var late = await officer.Get(Filing);

        Assert.NotNull(early.Headers.ETag);
        Assert.Equal(early.Headers.ETag, late.Headers.ETag);
        Assert.Equal(await early.Content.ReadAsByteArrayAsync(Cancellation), await late.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task an_erased_identity_is_gone_from_the_next_document()
    {
        await using var host = await RunningWeb.Start(postgres);
        await new FiledApplication(host.Services).Receive(Cancellation);
        using var officer = await SignIn(host, Role.Secretariat);
        using var before = await officer.Get(Filing);
        await host.Services.GetRequiredService<IdentityVault>().Put("person-1", "erased", new DateOnly(2026, 1, 1), JsonElement.Parse("{}"), Cancellation);

        using var after = await officer.Get(Filing);

        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        using var form = await Data(after);
        Assert.Equal(JsonValueKind.Null, form.RootElement.GetProperty("applicant").GetProperty("name").ValueKind);
    }

    [Fact]
    public async Task there_is_no_notice_before_the_decision_and_no_form_of_an_unknown_application()
    {
        await using var host = await RunningWeb.Start(postgres);
        await new FiledApplication(host.Services).Receive(Cancellation);
        using var officer = await SignIn(host, Role.Secretariat);

        using var result = await officer.Get(Result);
        using var unknown = await officer.Get("/documents/treatment-plan/no-such-application.pdf");

        Assert.Equal(HttpStatusCode.NotFound, result.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory]
    [InlineData(Role.Inspector)]
    [InlineData(Role.SafetyOfficer)]
    [InlineData(Role.Administrator)]
    public async Task documents_do_not_exist_for_a_role_that_may_not_read_them(Role role)
    {
        await using var host = await RunningWeb.Start(postgres);
        await new FiledApplication(host.Services).Receive(Cancellation);
        using var officer = await SignIn(host, role);

        using var answer = await officer.Get(Filing);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task an_expert_reads_only_what_is_assigned_to_them()
    {
        await using var host = await RunningWeb.Start(postgres);
        await new FiledApplication(host.Services).Decide(Cancellation);
        using var assigned = await SignIn(host, Role.Expert, "exp1");
        using var other = await SignIn(host, Role.Expert, "exp2");

        using var mine = await assigned.Get(Filing);
        using var theirs = await other.Get(Filing);

        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
    }

    [Fact]
    public async Task nobody_reads_a_document_without_signing_in()
    {
        await using var host = await RunningWeb.Start(postgres);
        using var stranger = new Visitor(host.Address);

        using var answer = await stranger.Get(Filing);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in", answer.Headers.Location?.AbsolutePath);
    }

    private static async Task<Visitor> SignIn(RunningWeb host, Role role, string id = "officer-1")
    {
        await host.Services.GetRequiredService<AccountStore>().Create(id, "담당", role, RunningWeb.Password, mustChange: false, "test", Cancellation);
        var visitor = new Visitor(host.Address);
        await visitor.SignIn(id);
        return visitor;
    }

    private static async Task<JsonDocument> Data(HttpResponseMessage answer) =>
        JsonDocument.Parse(Assert.Single(new PdfObjects(await answer.Content.ReadAsByteArrayAsync(Cancellation)).Streams("/EmbeddedFile")));
}
