using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Attachments;
using RegenTrack.Domain.Kernel;
using RegenTrack.Interop.Trials.ClinicalTrialsGov;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Trials;

public sealed class EvidencePageTests(PostgresFixture postgres)
{
    private static readonly byte[] Rocket = RegistryFiles.Bytes("legacy-xml", "NCT02535364.xml");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    internal static async Task Import(RunningWeb web, byte[] document)
    {
        var import = new TrialImport(web.Services.GetRequiredService<MediatR.IMediator>(), web.Services.GetRequiredService<AttachmentStore>());
        Assert.Empty((await import.Import(document, null, new Actor("sec1", Role.Secretariat), Guid.CreateVersion7().ToString(), Now)).Problems);
    }

    private static async Task<HttpResponseMessage> Upload(RunningWeb web, Visitor officer, byte[]? document)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = officer.Cookies }) { BaseAddress = web.Address };
        using var form = new MultipartFormDataContent();
        foreach ((string name, string value) in await officer.Hidden("/trials/upload"))
            form.Add(new StringContent(value), name);
        if (document is not null)
            form.Add(new ByteArrayContent(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "Record", "record.xml");
        return await http.PostAsync(new Uri("/trials/upload", UriKind.Relative), form, Now);
    }

    [Fact]
    public async Task an_officer_uploads_a_record_and_reads_its_own_figures()
    {
        await using var web = await RunningWeb.Start(postgres);
        using Visitor officer = await web.SignedIn(Role.Secretariat);
        using HttpResponseMessage uploaded = await Upload(web, officer, Rocket);
        Assert.Equal("/trials/NCT02535364/evidence", uploaded.Headers.Location?.ToString());
        string page = await officer.Read("/trials/NCT02535364/evidence");
        Assert.Contains("45.5 (24.4 – 67.8)", page, StringComparison.Ordinal);
        Assert.Contains("Febrile neutropenia", page, StringComparison.Ordinal);
        Assert.Contains("23 / 38", page, StringComparison.Ordinal);
        Assert.Contains("Failure to meet criteria for Part A", page, StringComparison.Ordinal);
        Assert.Contains("평가변수", page, StringComparison.Ordinal);
        Assert.Contains("NCT02535364", await officer.Read("/trials"), StringComparison.Ordinal);
        using HttpResponseMessage source = await officer.Get("/trials/NCT02535364/evidence?handler=source");
        Assert.Equal(Rocket, await source.Content.ReadAsByteArrayAsync(Now));
    }

    [Fact]
    public async Task a_file_that_cannot_be_read_is_refused_at_the_field_and_a_missing_one_too()
    {
        await using var web = await RunningWeb.Start(postgres);
        using Visitor officer = await web.SignedIn(Role.Secretariat);
        using HttpResponseMessage retired = await Upload(web, officer, RegistryFiles.Bytes("api-v1-fields-json", "NCT02674399.json"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, retired.StatusCode);
        string page = await retired.Content.ReadAsStringAsync(Now);
        Assert.Contains("href=\"#Record\"", page, StringComparison.Ordinal);
        Assert.Contains("StudyFields", page, StringComparison.Ordinal);
        using HttpResponseMessage none = await Upload(web, officer, null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains("파일을 고르십시오", await none.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task versions_can_be_switched_and_english_is_a_switch_away()
    {
        await using var web = await RunningWeb.Start(postgres);
        await Import(web, Rocket);
        await Import(web, [.. System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(Rocket).Replace("value=\"45.5\"", "value=\"46.5\"", StringComparison.Ordinal))]);
        using Visitor officer = await web.SignedIn(Role.Expert);
        Assert.Contains("46.5 (24.4 – 67.8)", await officer.Read("/trials/NCT02535364/evidence"), StringComparison.Ordinal);
        string first = await officer.Read("/trials/NCT02535364/evidence?version=1");
        Assert.Contains("45.5 (24.4 – 67.8)", first, StringComparison.Ordinal);
        Assert.Contains("evidence?version=2", first, StringComparison.Ordinal);
        officer.Cookies.Add(web.Address, new Cookie("regentrack.language", "en"));
        Assert.Contains("Participant flow", await officer.Read("/trials/NCT02535364/evidence"), StringComparison.Ordinal);
        using HttpResponseMessage unknown = await officer.Get("/trials/NCT02535364/evidence?version=9");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task approval_and_dates_make_it_a_completed_trial_and_wrong_dates_are_refused_at_their_field()
    {
        await using var web = await RunningWeb.Start(postgres);
        await Import(web, Rocket);
        using Visitor officer = await web.SignedIn(Role.Secretariat);
        const string path = "/trials/NCT02535364";
        Assert.Contains("완료로 인정되지 않음", await officer.Read(path), StringComparison.Ordinal);
        using HttpResponseMessage future = await officer.Submit(path, "completion", ("LastObservationEnd", "2099-01-01"));
        Assert.Contains("href=\"#LastObservationEnd\"", await future.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        using HttpResponseMessage told = await officer.Submit(path, "completion", ("LastObservationEnd", "2025-01-10"), ("LastObservationEndNotice", "2025-01-20"), ("FinalResult", "2025-11-30"));
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        using HttpResponseMessage approved = await officer.Submit(path, "approval", ("Number", "승인-1"), ("ApprovedOn", "2021-01-10"), ("IsLicensingTrial", "true"), ("SiteInstitutions", "inst-hanbit"));
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        string page = await officer.Read(path);
        Assert.Contains("완료된 임상시험", page, StringComparison.Ordinal);
        Assert.Contains("inst-hanbit", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_the_source_wrote_cannot_become_markup()
    {
        await using var web = await RunningWeb.Start(postgres);
        await Import(web, [.. """{"protocolSection":{"identificationModule":{"nctId":"NCT09999999","briefTitle":"<script>alert(1)</script>"}},"resultsSection":{"outcomeMeasuresModule":{"outcomeMeasures":[{"type":"PRIMARY","title":"<img src=x onerror=alert(1)>","unitOfMeasure":"\"><b>","groups":[{"id":"A","title":"</table>"}],"classes":[{"categories":[{"measurements":[{"groupId":"A","value":"<i>"}]}]}]}]}}}"""u8]);
        using Visitor officer = await web.SignedIn(Role.Secretariat);
        string page = await officer.Read("/trials/NCT09999999/evidence");
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }
}
