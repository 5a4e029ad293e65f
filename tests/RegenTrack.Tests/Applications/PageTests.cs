using System.Net;
using RegenTrack.App.Applications;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Applications;

public sealed class PageTests(PostgresFixture postgres)
{
    [Fact]
    public async Task a_secretary_receives_asks_a_supplement_and_assigns_an_expert()
    {
        await using RunningWeb web = await RunningWeb.Start(postgres);
        Story story = await Submitted(web);
        using Visitor secretary = await web.SignedIn(Role.Secretariat);

        Assert.Contains("/applications/plan-1", await secretary.Read("/applications"));
        using HttpResponseMessage unnumbered = await secretary.Submit("/applications/plan-1/receipt", "Confirm", ("ReceiptNumber", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unnumbered.StatusCode);
        await Accepted(secretary, "/applications/plan-1/receipt", "Confirm", ("ReceiptNumber", "2026-0001"));
        Assert.Contains("2026-11-24", await secretary.Read("/applications/plan-1"));

        await Accepted(secretary, "/applications/plan-1/supplement", "Ask", ("Items[0].LinkId", "8"), ("Items[0].Question", "이상반응 절차를 보완하십시오."), ("Days", "14"));
        await Accepted(secretary, "/applications/plan-1/supplement", "Extend", ("ExtraDays", "7"), ("Reason", "자료 준비"));
        string supplement = await secretary.Read("/applications/plan-1/supplement");
        Assert.Contains("2026-06-22", supplement);
        await story.Accept(new AnswerSupplement(new("plan-1"), (await Detail(story)).OpenSupplement!.Id, [new("1", "8", "보완함", [])]), Story.Hospital);

        using HttpResponseMessage conflicted = await secretary.Submit("/applications/plan-1/assign", null, ("Expert", "exp2"));
        Assert.Contains("A14-6", await conflicted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await Accepted(secretary, "/applications/plan-1/assign", null, ("Expert", "exp1"));
        Assert.Equal(("exp1", Stage.ExpertReview), ((await Detail(story)).Expert?.Value, (await Detail(story)).Stage));
    }

    [Fact]
    public async Task of_two_secretaries_the_second_is_told_that_somebody_was_faster()
    {
        await using RunningWeb web = await RunningWeb.Start(postgres);
        Story story = await Submitted(web);
        using Visitor secretary = await web.SignedIn(Role.Secretariat);
        IReadOnlyList<(string Name, string Value)> left = await secretary.Hidden("/applications/plan-1/receipt", "handler=Return");
        await story.Accept(new ConfirmReceipt(new("plan-1"), "2026-0001"), Story.Secretariat);

        using HttpResponseMessage late = await secretary.Send("/applications/plan-1/receipt", "Return", left, ("Ground", "FalseContent"), ("Reasons", "허위"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(Stage.Received, (await Detail(story)).Stage);
    }

    [Fact]
    public async Task an_expert_finds_only_assigned_cases_and_an_empty_list_says_so()
    {
        await using RunningWeb web = await RunningWeb.Start(postgres);
        await Submitted(web);
        using Visitor expert = await web.SignedIn(Role.Expert);
        Assert.Contains("rt-empty", await expert.Read("/applications"));
        using HttpResponseMessage hidden = await expert.Get("/applications/plan-1");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task a_document_of_another_dossier_is_not_found()
    {
        await using RunningWeb web = await RunningWeb.Start(postgres);
        await Submitted(web);
        using Visitor secretary = await web.SignedIn(Role.Secretariat);
        using HttpResponseMessage other = await secretary.Get($"/applications/plan-1?handler=Document&sha={new string('0', 64)}");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    private static async Task<Story> Submitted(RunningWeb web)
    {
        var story = new Story(web.Services);
        await story.Prepare();
        await story.Submit("plan-1");
        return story;
    }

    private static async Task Accepted(Visitor visitor, string path, string? handler, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage answer = await visitor.Submit(path, handler, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<TreatmentApplication> Detail(Story story) => (await story.Ask(new GetCase(Story.Secretariat, "plan-1")))!.Application;
}
