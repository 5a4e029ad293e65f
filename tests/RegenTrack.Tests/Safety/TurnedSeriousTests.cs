using RegenTrack.App.Pipeline;
using RegenTrack.App.Safety;
using RegenTrack.Domain.Safety;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Safety;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Treatments;

namespace RegenTrack.Tests.Safety;

public sealed class TurnedSeriousTests(PostgresFixture postgres)
{
    [Fact]
    public async Task an_event_that_turns_serious_has_a_deadline_of_its_own_on_the_board_and_on_its_page()
    {
        await using var web = await Told();
        var app = App(web);
        web.Time.Advance(TimeSpan.FromDays(3));
        var known = web.Time.GetUtcNow().AddHours(-30);
        var turning = new FollowUpAdverseEvent(new("ae-a"), TreatmentStory.Event("a").Assessment, "입원", SeriousKnownAt: known);
        var refused = Assert.IsType<CommandOutcome.Refused>(await app.Send(turning, Story.Hospital));
        Assert.Equal(["late-without-reason"], refused.Refusals.Select(refusal => refusal.Code));
        await app.Accept(turning with { LateReason = "전원 병원의 통보 지연" }, Story.Hospital);

        var row = Assert.Single((await app.Mediator.Send(new ListAdverseEvents(TreatmentStory.SafetyOfficer), TestContext.Current.CancellationToken))!.Rows);
        Assert.Equal((true, true, known.AddHours(24), true), (row.Serious, row.Late, row.DueAt, row.BoardPending));
        using var officer = await web.SignedIn(Domain.Kernel.Role.SafetyOfficer);
        var page = await officer.Read("/safety/events/ae-a");
        foreach (var fact in new[] { "DL-12", "중대함을 인지(KST)", Minute(known), Minute(known.AddHours(24)), "중대한 이상반응으로 바뀜", "전원 병원의 통보 지연" })
            Assert.Contains(fact, System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_hospital_says_when_it_knew_and_is_told_what_is_missing_at_its_place()
    {
        await using var web = await Told();
        web.Time.Advance(TimeSpan.FromDays(3));
        using var hospital = await HospitalClient.SignIn(web, "demo-hospital-turns", "inst-hanbit");
        string Turning(string known, string extra = "") => HospitalMessages.AdverseEvent(
            "Procedure/adm-a", id: "ae-a", extra: Extension("follow-up-note", "valueString", "입원") + Extension("serious-known-at", "valueDateTime", known) + extra);
        const string Place = "AdverseEvent.extension.where(url='https://regentrack.example/fhir/StructureDefinition/";

        Assert.Equal([$"required @ {Place}serious-known-at')"], (await hospital.Put("AdverseEvent/ae-a", Turning("2026-07-08"))).Issues);
        Assert.Equal([$"serious-before-aware @ {Place}serious-known-at')"], (await hospital.Put("AdverseEvent/ae-a", Turning("2026-07-06T09:00:00+09:00", Extension("late-reason", "valueString", "확인 지연")))).Issues);
        Assert.Equal([$"late-without-reason @ {Place}late-reason')"], (await hospital.Put("AdverseEvent/ae-a", Turning("2026-07-07T09:00:00+09:00"))).Issues);
        var told = await hospital.Put("AdverseEvent/ae-a", Turning("2026-07-09T09:00:00+09:00"));
        Assert.Equal(200, told.Status);
        Assert.Equal(new DateTimeOffset(2026, 7, 9, 0, 0, 0, TimeSpan.Zero), told.Body.ExtensionAt(SafetyNames.SeriousKnownAt)?.Instant("valueDateTime"));
    }

    private static string Extension(string name, string property, string value) => $$"""
        ,{"url":"https://regentrack.example/fhir/StructureDefinition/{{name}}","{{property}}":"{{value}}"}
        """;

    private static string Minute(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static TestApp App(RunningWeb web) => new((Microsoft.Extensions.DependencyInjection.ServiceProvider)web.Services, web.Time);

    // An event that is not serious so far, of which the hospital became aware on 6 July at ten.
    private async Task<RunningWeb> Told()
    {
        var web = await RunningWeb.Start(postgres);
        var app = App(web);
        var story = new TreatmentStory(app);
        await story.Prepare();
        await story.Enrol("a");
        await story.Give("a");
        await app.Accept(TreatmentStory.Event("a", serious: false), Story.Hospital);
        return web;
    }
}
