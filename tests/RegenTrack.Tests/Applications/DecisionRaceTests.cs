using System.Net;
using RegenTrack.App.Applications;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Applications;

/// <summary>The decision page in the hands of two officers, and over a restart.</summary>
public sealed class DecisionRaceTests(PostgresFixture postgres)
{
    private const string Page = "/applications/plan-1/decide";
    private const string SomebodyWasFaster = "그 사이 다른 담당자가 먼저 처리하였습니다. 저장된 것은 없습니다. 현재 상태를 확인한 뒤 다시 결정하십시오.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task of_two_officers_who_decide_at_once_one_is_told_what_happened_and_nothing_of_theirs_is_written()
    {
        await using RunningWeb web = await RunningWeb.Start(postgres);
        Story story = await BeforeTheCommittee(web);
        using Visitor secretary = await web.SignedIn(Role.Secretariat);
        using Visitor member = await web.SignedIn(Role.Committee);
        var (hers, his) = (await secretary.Hidden(Page), await member.Hidden(Page));
        int before = (await Events(story)).Count;

        HttpResponseMessage[] answers = await Task.WhenAll(
            secretary.Send(Page, "Record", hers, Filled("Suitable")), member.Send(Page, "Record", his, Filled("Unsuitable")));

        HttpResponseMessage won = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        HttpResponseMessage lost = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Conflict);
        string told = await lost.Content.ReadAsStringAsync(Ct);
        Assert.Contains(SomebodyWasFaster, told);
        Assert.Contains("근거를 검토함", told);
        Assert.Equal("/applications/plan-1", won.Headers.Location?.OriginalString);

        string winner = won == answers[0] ? "Suitable" : "Unsuitable";
        StoredEvent recorded = Assert.Single((await Events(story)).Skip(before));
        Assert.Equal(winner, Assert.IsType<ApplicationDecided>(recorded.Data).Decision.Result.ToString());
        CaseDetail detail = (await story.Ask(new GetCase(Story.Secretariat, "plan-1")))!;
        Assert.Equal((winner, recorded.Version), (detail.Application.Decision!.Result.ToString(), detail.Version));
        Assert.Equal(winner, Assert.Single((await story.Ask(new ListWorklist(Story.Secretariat, WorklistFilter.Closed)))!.Rows).Stage.ToString());

        (Visitor loser, var again) = won == answers[0] ? (member, his) : (secretary, hers);
        using HttpResponseMessage insisted = await loser.Send(Page, "Record", again, Filled("Defer"));
        Assert.Equal(HttpStatusCode.Conflict, insisted.StatusCode);
        using HttpResponseMessage anew = await loser.Send(Page, "Record", await loser.Hidden(Page), Filled("Defer"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, anew.StatusCode);
        Assert.Contains("2026-06-01에 이미", await anew.Content.ReadAsStringAsync(Ct));
        Assert.Equal(before + 1, (await Events(story)).Count);
    }

    [Fact]
    public async Task a_decision_page_left_open_over_a_restart_records_once_however_often_it_is_sent()
    {
        RunningWeb first = await RunningWeb.Start(postgres);
        Story story = await BeforeTheCommittee(first);
        using Visitor before = await first.SignedIn(Role.Committee);
        var open = await before.Hidden(Page);
        int events = (await Events(story)).Count;
        await first.DisposeAsync();

        await using RunningWeb second = await RunningWeb.StartOn(first.ConnectionString, first.Time);
        using var after = new Visitor(second.Address, before.Cookies);
        using HttpResponseMessage preview = await after.Send(Page, "Preview", open, Filled("Suitable"));
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        for (int press = 0; press < 2; press++)
        {
            using HttpResponseMessage answer = await after.Send(Page, "Record", open, Filled("Suitable"));
            Assert.Equal((HttpStatusCode.Redirect, "/applications/plan-1"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        story = new Story(second.Services);
        Assert.Equal(Stage.Suitable, (await story.Ask(new GetCase(Story.Secretariat, "plan-1")))!.Application.Stage);
        Assert.Equal(events + 1, (await Events(story)).Count);
    }

    private static async Task<Story> BeforeTheCommittee(RunningWeb web)
    {
        var story = new Story(web.Services);
        await story.Prepare();
        await story.Deliberation("plan-1");
        return story;
    }

    private static Task<IReadOnlyList<StoredEvent>> Events(Story story) => story.Events(ApplicationStream.Type.Alias, "plan-1");

    private static (string Name, string Value)[] Filled(string result) =>
    [
        ("Input.Meeting", "2026-11"), ("Input.HeldOn", "2026-06-01"), ("Input.Appointed", "5"),
        .. Enumerable.Range(0, 4).Select(member => ($"Input.Ballots[{member}].Vote", result)), ("Input.Ballots[4].Vote", "Recused"),
        ("Input.Result", result), ("Input.Reasons", "근거를 검토함"),
    ];
}
