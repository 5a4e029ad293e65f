using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Kernel;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Treatments;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Treatments;

public sealed class RecordClockTests(PostgresFixture postgres)
{
    [Fact]
    public async Task an_enrolment_has_its_record_clock_on_its_page_and_in_what_the_hospital_reads()
    {
        await using var web = await Told();
        using var officer = await web.SignedIn(Role.SafetyOfficer);
        var page = WebUtility.HtmlDecode(await officer.Read("/treatments/case-a"));
        Assert.Contains("등록 기록 기한 DL-06", page, StringComparison.Ordinal);
        Assert.Contains("2026-07-10", page, StringComparison.Ordinal);

        using var hospital = await HospitalClient.SignIn(web, "demo-hospital-clock", "inst-hanbit");
        Assert.Equal(new DateOnly(2026, 7, 10), (await hospital.Get("CarePlan/case-a")).Body.ExtensionAt(TreatmentNames.RecordDue)?.Day("valueDate"));
    }

    [Fact]
    public async Task the_outline_is_registered_seven_days_after_the_first_consent_when_that_comes_first()
    {
        await using var web = await Told(enrol: false);
        using var officer = await web.SignedIn(Role.Secretariat);
        Assert.Contains("[DL-05]", await officer.Read($"/applications/{TreatmentStory.Plan.Value}"), StringComparison.Ordinal);

        await new TestApp((ServiceProvider)web.Services, web.Time).Accept(TreatmentStory.Enrolment("a") with { Consent = TreatmentStory.Consent with { SignedOn = new(2026, 6, 3) } }, Applications.Story.Hospital);
        var page = await officer.Read($"/applications/{TreatmentStory.Plan.Value}");
        Assert.Contains("2026-06-10 [DL-05-consent]", page, StringComparison.Ordinal);
    }

    private async Task<RunningWeb> Told(bool enrol = true)
    {
        var web = await RunningWeb.Start(postgres);
        var story = new TreatmentStory(new TestApp((ServiceProvider)web.Services, web.Time));
        await story.Prepare();
        if (enrol)
            await story.Enrol("a");
        return web;
    }
}
