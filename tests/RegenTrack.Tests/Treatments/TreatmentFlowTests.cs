using RegenTrack.App.Pipeline;
using RegenTrack.App.Treatments;
using RegenTrack.Domain.Treatments;
using RegenTrack.EventStore.Views;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Cells;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Treatments;

public sealed class TreatmentFlowTests(PostgresFixture postgres)
{
    [Fact]
    public async Task a_subject_is_enrolled_and_treated_from_a_released_lot()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();
        await story.Enrol("a");
        await story.Give("a");

        var row = Assert.Single((await app.Mediator.Send(new ListCases(Story.Hospital), Cancellation))!.Rows);
        Assert.Equal(("case-a", 1, CellsStory.Lot.Value), (row.Case, row.Administrations, row.LastLot));
        var given = (await app.Mediator.Send(new GetAdministration(Story.Hospital, "adm-a"), Cancellation))!;
        Assert.Equal((1, new DateOnly(2026, 7, 13)), (given.Given.PlanVersion, given.Given.RecordDue));
        var recipients = await app.Mediator.Send(new ListLotRecipients(TreatmentStory.SafetyOfficer, CellsStory.Lot.Value), Cancellation);
        Assert.Equal("subj-a", Assert.Single(recipients!.Rows).Subject);
    }

    [Fact]
    public async Task an_unreleased_lot_a_plan_not_in_force_and_a_full_plan_are_refused()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare(release: false);
        await story.Enrol("a");
        Assert.Equal(["lot-not-released"], Codes(await app.Send(TreatmentStory.Administration("a"), Story.Hospital)));

        app.Time.MoveTo(new(2028, 1, 3, 1, 0, 0, TimeSpan.Zero));
        var late = TreatmentStory.Enrolment("b") with { EnrolledOn = new(2028, 1, 3) };
        Assert.Equal(["exemption-not-in-force"], Codes(await app.Send(late, Story.Hospital)));
        app.Time.MoveTo(new(2029, 7, 2, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(["plan-not-in-force"], Codes(await app.Send(late with { EnrolledOn = new(2029, 7, 2) }, Story.Hospital)));
    }

    [Fact]
    public async Task the_expected_number_of_subjects_is_the_limit()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();
        for (var number = 1; number <= 20; number++)
            await story.Enrol($"{number}");
        Assert.Equal(["plan-full"], Codes(await app.Send(TreatmentStory.Enrolment("21"), Story.Hospital)));
    }

    [Theory]
    [InlineData(null, 19, "plan-full")]
    [InlineData(3, 2, "exemption-full")]
    public async Task of_twenty_enrolments_at_once_for_the_last_place_one_is_let_in(int? patientCap, int before, string refusal)
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app, patientCap);
        await story.Prepare();
        for (var number = 1; number <= before; number++)
            await story.Enrol($"{number}");

        var outcomes = await Task.WhenAll(Enumerable.Range(100, 20).Select(number => app.Send(TreatmentStory.Enrolment($"{number}"), Story.Hospital)));

        Assert.Single(outcomes, outcome => outcome is CommandOutcome.Accepted);
        Assert.All(outcomes.Where(outcome => outcome is not CommandOutcome.Accepted), outcome => Assert.Equal([refusal], Codes(outcome)));
        Assert.Equal(before + 1, (await app.Mediator.Send(new ListCases(Story.Hospital), Cancellation))!.Rows.Count);
    }

    [Fact]
    public async Task enrolments_at_once_with_room_for_all_are_all_let_in()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => app.Send(TreatmentStory.Enrolment($"{number}"), Story.Hospital)));

        Assert.All(outcomes, outcome => Assert.IsType<CommandOutcome.Accepted>(outcome));
        Assert.IsType<CommandOutcome.Accepted>(await app.Send(TreatmentStory.Enrolment("7"), Story.Hospital, "the same fact once more"));
        Assert.Equal(["plan-full"], Codes(await app.Send(TreatmentStory.Enrolment("21"), Story.Hospital)));
    }

    [Fact]
    public async Task another_hospital_sees_and_touches_nothing()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();
        await story.Enrol("a");
        await story.Give("a");

        Assert.Empty((await app.Mediator.Send(new ListCases(Story.OtherHospital), Cancellation))!.Rows);
        Assert.Null(await app.Mediator.Send(new GetCase(Story.OtherHospital, "case-a"), Cancellation));
        Assert.Null(await app.Mediator.Send(new GetAdministration(Story.OtherHospital, "adm-a"), Cancellation));
        Assert.Null(await app.Mediator.Send(new FindSubject(Story.OtherHospital, "subj-a"), Cancellation));
        Assert.Null(await app.Mediator.Send(new ListLotRecipients(Story.Hospital, CellsStory.Lot.Value), Cancellation));
        Assert.IsType<CommandOutcome.Absent>(await app.Send(new WithdrawConsent(new("case-a"), new(2026, 7, 6)), Story.OtherHospital));
        Assert.Equal(["plan-unknown"], Codes(await app.Send(TreatmentStory.Enrolment("b"), Story.OtherHospital)));
    }

    [Fact]
    public async Task the_views_rebuilt_from_events_are_the_same()
    {
        await using var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();
        await story.Enrol("a");
        await story.Give("a");
        await app.Accept(new WithdrawConsent(new("case-a"), new(2026, 7, 6)), Story.Hospital);
        await app.Accept(TreatmentStory.Event("a"), Story.Hospital);

        await app.Follow();
        foreach (var view in app.Store.Views.Where(view => view.GetType().Namespace is "RegenTrack.App.Treatments" or "RegenTrack.App.Safety" or "RegenTrack.App.Sandbox"))
        {
            var inline = await Rows(app, view);
            await ViewRebuild.Run(app.Store, view, null, Cancellation);
            Assert.Equal(inline, await Rows(app, view));
            Assert.NotEmpty(inline);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Codes(CommandOutcome outcome) => Assert.IsType<CommandOutcome.Refused>(outcome).Refusals.Select(refusal => refusal.Code);

    private static async Task<List<string>> Rows(TestApp app, TableView view)
    {
        await using var command = app.Store.Database.CreateCommand($"select t::text from {view.Name} t order by 1");
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        List<string> all = [];
        while (await rows.ReadAsync(Cancellation))
            all.Add(rows.GetString(0));
        return all;
    }
}
