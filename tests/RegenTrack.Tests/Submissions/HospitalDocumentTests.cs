using System.Net;
using System.Text;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Submissions;

/// <summary>A hospital fetches the documents of its own applications.</summary>
public sealed class HospitalDocumentTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_hospital_follows_its_task_to_both_pdfs()
    {
        await using var web = await RunningWeb.Start(postgres);
        await new FiledApplication(web.Services).Decide(Cancellation);
        using var hospital = await HospitalClient.SignIn(web, "demo-hospital", SyntheticDossier.Hanbit.Value);

        var task = (await hospital.Get("Task/application-9")).Body;
        string[] named = [.. task.Items("output").Select(output => output.Text("valueReference", "reference")).OfType<string>()];
        Assert.Equal(["DocumentReference/application-9.treatment-plan-application", "DocumentReference/application-9.result-notice"], named);
        foreach (var reference in named)
        {
            var document = (await hospital.Get(reference)).Body;
            Assert.Equal("Task/application-9", document.Items("context", "related").Single().Text("reference"));
            var url = document.Items("content").Single().Text("attachment", "url")!;
            using var pdf = await hospital.Fetch($"/fhir/{url}", "*/*");
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (pdf.StatusCode, pdf.Content.Headers.ContentType?.MediaType));
            Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(await pdf.Content.ReadAsByteArrayAsync(Cancellation)), StringComparison.Ordinal);
            Assert.True(pdf.Headers.CacheControl!.NoStore);

            var resource = (await hospital.Get(url + "?_format=json")).Body;
            Assert.Equal(("Binary", "application/pdf"), (resource.Text("resourceType"), resource.Text("contentType")));
            Assert.Equal(await pdf.Content.ReadAsByteArrayAsync(Cancellation), resource.At("data")!.Value.GetBytesFromBase64());
        }

        using var picture = await hospital.Fetch("/fhir/Binary/application-9.result-notice", "image/png");
        Assert.Equal(HttpStatusCode.NotAcceptable, picture.StatusCode);
        Assert.Equal(2, (await hospital.Get("DocumentReference?related=Task/application-9")).Body.Items("entry").Count());
        Assert.Single((await hospital.Get("DocumentReference?type=result-notice")).Body.Items("entry"));
    }

    [Fact]
    public async Task before_the_decision_there_is_the_form_and_no_notice()
    {
        await using var web = await RunningWeb.Start(postgres);
        await new FiledApplication(web.Services).Receive(Cancellation);
        using var hospital = await HospitalClient.SignIn(web, "demo-hospital", SyntheticDossier.Hanbit.Value);
        Assert.Equal("application-9.treatment-plan-application", (await hospital.Get("DocumentReference")).Body.Items("entry").Single().Text("resource", "id"));
        Assert.Equal(404, (await hospital.Get("DocumentReference/application-9.result-notice")).Status);
        Assert.Equal(404, (await hospital.Get("Binary/application-9.result-notice")).Status);
    }

    [Fact]
    public async Task anothers_documents_and_those_that_do_not_exist_look_alike()
    {
        await using var web = await RunningWeb.Start(postgres);
        await new FiledApplication(web.Services).Decide(Cancellation);
        using var other = await HospitalClient.SignIn(web, "demo-hospital-2", "inst-saebyeok");
        Assert.Empty((await other.Get("DocumentReference")).Body.Items("entry"));
        Assert.Empty((await other.Get("DocumentReference?related=Task/application-9")).Body.Items("entry"));
        foreach (var type in new[] { "DocumentReference", "Binary" })
        {
            var (forbidden, absent) = (await other.Get($"{type}/application-9.result-notice"), await other.Get($"{type}/application-none.result-notice"));
            Assert.Equal((404, 404), (forbidden.Status, absent.Status));
            Assert.Equal(absent.Body.ToString(), forbidden.Body.ToString());
        }
    }

    [Fact]
    public async Task the_officers_addresses_do_not_open_to_a_hospitals_token()
    {
        await using var web = await RunningWeb.Start(postgres);
        await new FiledApplication(web.Services).Decide(Cancellation);
        using var hospital = await HospitalClient.SignIn(web, "demo-hospital", SyntheticDossier.Hanbit.Value);
        using var answer = await hospital.Fetch("/documents/review-result/application-9.pdf", "*/*");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
