using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore.Views;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Pipeline;

public sealed class PipelineTests(PostgresFixture postgres)
{
    private static readonly Actor Officer = new("sec1", Role.Secretariat);

    [Fact]
    public async Task a_command_records_its_event_snapshot_view_and_receipt_together()
    {
        await using var app = await CounterApp.Start(postgres);
        Assert.Equal(new CommandOutcome.Accepted("counter:a", 1), await app.Send(new Count("a", 3), Officer));
        Assert.Equal((new Counter(3), 1L), await app.State("a"));
        Assert.Equal(["1", "1", "1", "3"], await app.Rows("select count(*)::text from mt_events union all select count(*)::text from stream_snapshot union all select count(*)::text from command_receipt union all select total::text from counter_board"));
    }

    [Fact]
    public async Task the_same_command_id_returns_the_stored_outcome_and_writes_nothing()
    {
        await using var app = await CounterApp.Start(postgres);
        await app.Send(new Count("a", 3), Officer, "once");
        Assert.Equal(new CommandOutcome.Accepted("counter:a", 1, Replayed: true), await app.Send(new Count("a", 3), Officer, "once"));
        Assert.Equal((new Counter(3), 1L), await app.State("a"));
    }

    [Fact]
    public async Task the_same_command_id_with_other_content_is_refused()
    {
        await using var app = await CounterApp.Start(postgres);
        await app.Send(new Count("a", 3), Officer, "once");
        var refused = Assert.IsType<CommandOutcome.Refused>(await app.Send(new Count("a", 4), Officer, "once"));
        Assert.Equal("command-id-reused", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public async Task a_refused_command_leaves_an_attempt_but_no_receipt_so_that_it_can_be_corrected()
    {
        await using var app = await CounterApp.Start(postgres);
        Assert.IsType<CommandOutcome.Refused>(await app.Send(new Count("a", 11), Officer, "try"));
        Assert.Equal(["Refused count-over-ten"], await app.Rows("select outcome || ' ' || codes[1] from attempt_log"));
        Assert.IsType<CommandOutcome.Accepted>(await app.Send(new Count("a", 2), Officer, "try"));
    }

    [Fact]
    public async Task a_role_without_the_permission_and_an_actor_without_the_relation_see_nothing()
    {
        await using var app = await CounterApp.Start(postgres);
        await app.Send(new Count("a", 1), Officer);
        Assert.IsType<CommandOutcome.Absent>(await app.Send(new Count("a", -1), new Actor("aud1", Role.Auditor)));
        Assert.IsType<CommandOutcome.Absent>(await app.Send(new Count("a", 1), new Actor("h", Role.HospitalSystem, "elsewhere")));
    }

    [Fact]
    public async Task malformed_future_and_resident_registration_numbers_are_invalid_before_any_work()
    {
        await using var app = await CounterApp.Start(postgres);
        Assert.Equal("count-negative", Code(await app.Send(new Count("a", -1), Officer)));
        var rrn = await app.Send(new Count("a", 1, "900101-1234567"), Officer);
        Assert.Equal("resident-registration-number", Code(rrn));
        Assert.DoesNotContain("1234567", rrn.ToString(), StringComparison.Ordinal);
        foreach (var before in new[] { "\n", "\t", "'", "\"", "+", "공여자 ", "<" })
            Assert.Equal("resident-registration-number", Code(await app.Send(new Count("a", 1, $"{before}900101-1234567{before}"), Officer)));
        var future = await app.Mediator.Send(new Envelope<Count>(new Count("a", 1), Officer, "f") { ObservedAt = app.Time.GetUtcNow().AddHours(1) }, TestContext.Current.CancellationToken);
        Assert.Equal("observed-in-the-future", Code(future));
        Assert.Equal(["0"], await app.Rows("select count(*)::text from mt_streams"));
    }

    [Fact]
    public async Task a_stale_version_is_a_conflict_that_names_the_real_one()
    {
        await using var app = await CounterApp.Start(postgres);
        await app.Send(new CountOnce("a", 1), Officer);
        await app.Send(new CountOnce("a", 1), Officer);
        Assert.Equal(new CommandOutcome.Conflict(2), await app.Send(new CountOnce("a", 1), Officer, expectedVersion: 1));
    }

    [Fact]
    public async Task of_twenty_racing_decisions_each_is_recorded_once_or_reported_as_a_conflict_and_no_sequence_number_is_lost()
    {
        await using var app = await CounterApp.Start(postgres);
        await app.Send(new CountOnce("a", 0), Officer);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Send(new CountOnce("a", 1), Officer)));
        var accepted = outcomes.OfType<CommandOutcome.Accepted>().Count();
        Assert.Equal(20, accepted + outcomes.OfType<CommandOutcome.Conflict>().Count());
        Assert.Equal((new Counter(accepted), accepted + 1L), await app.State("a"));
        Assert.Equal([$"{accepted + 1}"], await app.Rows("select max(seq_id)::text from mt_events"));
    }

    [Fact]
    public async Task commuting_commands_try_a_lost_race_again()
    {
        await using var app = await CounterApp.Start(postgres);
        await app.Send(new Count("a", 1), Officer);
        var outcomes = await Task.WhenAll(app.Send(new Count("a", 1), Officer), app.Send(new Count("a", 2), Officer));
        Assert.All(outcomes, outcome => Assert.IsType<CommandOutcome.Accepted>(outcome));
        Assert.Equal(4, (await app.State("a")).State.Total);
    }

    [Fact]
    public async Task the_same_request_twice_at_the_same_moment_is_recorded_once()
    {
        await using var app = await CounterApp.Start(postgres);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Send(new Count("a", 1), Officer, "twin")));
        Assert.Equal((new Counter(1), 1L), await app.State("a"));
        Assert.Single(outcomes, outcome => outcome is CommandOutcome.Accepted { Replayed: false });
        Assert.All(outcomes, outcome => Assert.IsType<CommandOutcome.Accepted>(outcome));
    }

    [Fact]
    public async Task a_decision_on_facts_that_moved_meanwhile_is_a_conflict()
    {
        await using var app = await CounterApp.Start(postgres);
        await app.Send(new CountOnce("other", 2), Officer);
        var session = app.Store.OpenSession();
        var loaded = await session.Load(Counters.Type, "a", TestContext.Current.CancellationToken);
        var other = await session.LoadAndExpect(Counters.Type, "other", TestContext.Current.CancellationToken);
        await app.Send(new CountOnce("other", 1), Officer);
        session.Append(Counters.Type, loaded, [new Counted(other.Total)]);
        Assert.Equal(2, (await session.Commit(new("sec1"), TestContext.Current.CancellationToken)).Conflict?.ActualVersion);
        Assert.Equal(0, (await app.State("a")).Version);
    }

    [Fact]
    public async Task facts_of_another_stream_reach_the_decider()
    {
        await using var app = await CounterApp.Start(postgres);
        await app.Send(new CountOnce("other", 7), Officer);
        await app.Send(new CountLike("a", "other"), Officer);
        Assert.Equal(7, (await app.State("a")).State.Total);
    }

    [Fact]
    public async Task a_rebuilt_view_equals_the_one_written_inline()
    {
        await using var app = await CounterApp.Start(postgres);
        await app.Send(new Count("a", 3), Officer);
        await app.Send(new Count("b", 4), Officer);
        await app.Send(new Count("a", 5), Officer);
        const string all = "select row_to_json(board)::text from counter_board board order by counter";
        var inline = await app.Rows(all);
        await ViewRebuild.Run(app.Store, app.Store.Views.Single(), null, TestContext.Current.CancellationToken);
        Assert.Equal(inline, await app.Rows(all));
    }

    [Fact]
    public async Task a_snapshot_of_another_shape_is_folded_anew()
    {
        await using var app = await CounterApp.Start(postgres);
        await app.Send(new Count("a", 3), Officer);
        await app.Rows("update stream_snapshot set shape = 'old', data = '{}' returning id");
        Assert.Equal((new Counter(3), 1L), await app.State("a"));
    }

    [Fact]
    public async Task who_why_and_because_of_what_is_kept_beside_each_event()
    {
        await using var app = await CounterApp.Start(postgres);
        var seen = app.Time.GetUtcNow().AddHours(-1);
        await app.Mediator.Send(
            new Envelope<Count>(new Count("a", 1), Officer, "cmd-1") { Reason = "because", CorrelationId = "corr", CausationId = "cause", ObservedAt = seen },
            TestContext.Current.CancellationToken);
        var stored = Assert.Single(await app.Store.Reader.Read("counter", "a", TestContext.Current.CancellationToken));
        Assert.Equal(new("sec1", "Secretariat", null, "because", "cmd-1", "corr", "cause", seen), stored.Metadata);
    }

    private static string Code(CommandOutcome outcome) => Assert.Single(Assert.IsType<CommandOutcome.Invalid>(outcome).Refusals).Code;
}
