using RegenTrack.App.Applications;
using RegenTrack.App.Law;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Applications;

public sealed class ApplicationFlowTests(PostgresFixture postgres)
{
    [Fact]
    public async Task from_submission_to_suitable_with_a_supplement_that_moves_the_clock()
    {
        await using TestApp app = await TestApp.Start(postgres, Holidays.Shipped);
        var story = new Story(app.Services);
        await story.Prepare();
        PlanId plan = await story.Submit("plan-1");
        await story.Accept(new ConfirmReceipt(plan, "2026-0001"), Story.Secretariat);
        await story.Accept(new RequestSupplement(plan, "s-1", 14, [new("1", "8", "이상반응 절차를 보완하십시오.")]), Story.Secretariat);

        WorklistRow stopped = Assert.Single((await Worklist(app)).Rows);
        Assert.Equal((Stage.ReviewSupplement, 120, null), (stopped.Stage, stopped.DaysLeft!.Value, stopped.Due));

        app.Time.Advance(TimeSpan.FromDays(7));
        await story.Accept(new AnswerSupplement(plan, "s-1", [new("1", "8", "보완함", [])]), Story.Hospital);
        WorklistRow running = Assert.Single((await Worklist(app)).Rows);
        Assert.Equal(new DateOnly(2026, 11, 30), running.Due);
        CaseDetail detail = (await app.Mediator.Send(new GetCase(Story.Secretariat, plan.Value), Cancellation))!;
        Assert.Equal(running.Due, detail.Clock!.Due);
        Assert.Equal(running.DaysLeft, detail.DaysLeft);
        Assert.Equal(4, detail.Clock.StoppedWorkingDays);
        Assert.Equal("보완함", detail.Application.Plan!.Answer("8")!.Text);

        await story.Accept(new StartExpertReview(plan, new("exp1")), Story.Secretariat);
        await story.Accept(new AssessComparability(plan, [.. ComparabilityDimension.All.Select(dimension => new ComparabilityRow(dimension.Key, ComparabilityVerdict.Same, "동일"))], Sameness.Accepted), Story.Expert);
        await story.Accept(new CompleteExpertReview(plan, "검토보고서"), Story.Expert);
        await story.Accept(Story.Decision(plan, new(2026, 6, 8)), Story.Secretariat);

        CaseDetail decided = (await app.Mediator.Send(new GetOwnApplication(Story.Hospital, plan.Value), Cancellation))!;
        Assert.Equal(Stage.Suitable, decided.Application.Stage);
        Assert.Equal(new DateOnly(2029, 6, 30), decided.Application.PlanInForce!.Until);
        Assert.Empty((await Worklist(app)).Rows);
        Assert.Single((await Worklist(app, WorklistFilter.Closed)).Rows);
    }

    [Fact]
    public async Task the_worklist_is_ordered_by_the_clock_and_paged_by_key()
    {
        await using TestApp app = await TestApp.Start(postgres, Holidays.Shipped);
        var story = new Story(app.Services);
        await story.Prepare();
        foreach (string id in new[] { "c", "a", "b", "waiting", "stopped" })
            await story.Submit(id, $"계획 {id}");
        foreach (string id in new[] { "a", "stopped", "b", "c" })
        {
            await story.Accept(new ConfirmReceipt(new(id), $"R-{id}"), Story.Secretariat);
            app.Time.Advance(TimeSpan.FromDays(1));
        }

        await story.Accept(new RequestSupplement(new("stopped"), "s-1", 14, [new("1", "1", "?")]), Story.Secretariat);

        List<string> seen = [];
        string? after = null;
        do
        {
            WorklistPage page = (await app.Mediator.Send(new ListWorklist(Story.Secretariat, After: after, Size: 2), Cancellation))!;
            seen.AddRange(page.Rows.Select(row => row.Application));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(["a", "b", "c", "waiting", "stopped"], seen);
        Assert.Equal(["stopped"], (await Worklist(app, WorklistFilter.WaitingOnApplicant)).Rows.Select(row => row.Application));
        Assert.Equal(["b"], (await app.Mediator.Send(new ListWorklist(Story.Secretariat, Search: "계획 b"), Cancellation))!.Rows.Select(row => row.Application));
    }

    [Fact]
    public async Task an_expert_sees_only_what_is_assigned_and_a_hospital_only_its_own()
    {
        await using TestApp app = await TestApp.Start(postgres, Holidays.Shipped);
        var story = new Story(app.Services);
        await story.Prepare();
        PlanId mine = await story.Deliberation("mine");
        PlanId other = await story.Submit("other");

        Assert.Equal(["mine"], (await app.Mediator.Send(new ListWorklist(Story.Expert), Cancellation))!.Rows.Select(row => row.Application));
        Assert.NotNull(await app.Mediator.Send(new GetCase(Story.Expert, mine.Value), Cancellation));
        Assert.Null(await app.Mediator.Send(new GetCase(Story.Expert, other.Value), Cancellation));
        Assert.Null(await app.Mediator.Send(new GetOwnApplication(Story.OtherHospital, mine.Value), Cancellation));
        Assert.Null(await app.Mediator.Send(new GetCase(Story.Hospital, mine.Value), Cancellation));
        Assert.Empty((await app.Mediator.Send(new ListOwnApplications(Story.OtherHospital), Cancellation))!.Rows);
        Assert.IsType<CommandOutcome.Absent>(await story.Send(new AnswerSupplement(mine, "s", []), Story.OtherHospital));
    }

    [Fact]
    public async Task of_two_officers_deciding_at_once_one_is_told()
    {
        await using TestApp app = await TestApp.Start(postgres, Holidays.Shipped);
        var story = new Story(app.Services);
        await story.Prepare();
        PlanId plan = await story.Deliberation("plan-1");
        long version = (await app.Mediator.Send(new GetCase(Story.Committee, plan.Value), Cancellation))!.Version;

        CommandOutcome[] outcomes = await Task.WhenAll(
            story.Send(Story.Decision(plan, new(2026, 6, 1)), Story.Committee, version),
            story.Send(Story.Decision(plan, new(2026, 6, 1), Vote.Unsuitable), Story.Secretariat, version));

        Assert.Single(outcomes, outcome => outcome is CommandOutcome.Accepted);
        Assert.Single(outcomes, outcome => outcome is CommandOutcome.Conflict);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<WorklistPage> Worklist(TestApp app, WorklistFilter filter = WorklistFilter.Open) =>
        (await app.Mediator.Send(new ListWorklist(Story.Secretariat, filter), Cancellation))!;
}
