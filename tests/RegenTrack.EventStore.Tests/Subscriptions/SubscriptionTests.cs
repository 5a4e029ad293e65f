using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.EventStore.Tests.Subscriptions;

public sealed class SubscriptionTests(Server server)
{
    private static readonly SubscriptionOptions Quick = new()
    {
        Polling = TimeSpan.FromSeconds(30),
        Succession = TimeSpan.FromMilliseconds(50),
        Backoff = TimeSpan.FromMilliseconds(1),
        AtGap = TimeSpan.FromMilliseconds(5),
    };

    [Fact]
    public async Task an_asynchronous_view_follows_the_events_and_is_woken_without_polling()
    {
        await using var bank = await Bank.Open(server);
        await using var running = Running.Start(bank, new ViewSubscription(bank.Store, bank.Store.Views.Single(view => view is Turnover)));
        await bank.Deposit("a", 5, 6);
        await Bank.Until(async () => (await bank.Rows("select total, entries from turnover")) is ["11|2"]);
        await bank.Deposit("b", 9);
        await Bank.Until(async () => (await bank.Rows("select total, entries from turnover")) is ["20|3"]);
        Assert.Equal(["view:turnover|3"], await bank.Rows("select name, last_seq_id from mt_event_progression"));
    }

    [Fact]
    public async Task an_append_of_another_process_wakes_the_leader()
    {
        var database = await server.CreateDatabase();
        await using var leader = await Bank.On(database);
        await using var other = await Bank.On(database);
        var heard = new Listener();
        await using var running = Running.Start(leader, heard);
        await Bank.Until(() => Task.FromResult(running.Host.Leads));
        await other.Deposit("a", 1);
        await Bank.Until(() => Task.FromResult(heard.Sequences.Count == 1));
    }

    [Fact]
    public async Task an_event_that_cannot_be_handled_stops_its_subscription_alone_until_it_is_retried()
    {
        await using var bank = await Bank.Open(server);
        var broken = new Listener("broken") { Fails = row => row.Sequence == 3 };
        var healthy = new Listener("healthy");
        await bank.Deposit("a", 1, 2, 3, 4);
        await using var running = Running.Start(bank, broken, healthy);
        await Bank.Until(async () => (await SubscriptionStatus.All(bank.Store.Database, Bank.Now)).Any(status => status.Fault is not null));
        await Bank.Until(() => Task.FromResult(healthy.Sequences.Distinct().Count() == 4));
        var stopped = (await SubscriptionStatus.All(bank.Store.Database, Bank.Now)).Single(status => status.Name == "broken");
        Assert.Equal((2L, 4L, 3L, "deposited_v2", 3), (stopped.Position, stopped.Newest, stopped.Fault!.Sequence, stopped.Fault.EventType, stopped.Fault.Attempts));
        Assert.DoesNotContain("secret", stopped.Fault.Error, StringComparison.Ordinal);
        broken.Fails = _ => false;
        Assert.True(await StoppedSubscription.Retry(bank.Store, "broken", 3, Bank.Now));
        await Bank.Until(() => Task.FromResult(broken.Sequences.Contains(4)));
        Assert.Equal([1, 2, 3, 4], broken.Sequences.Order().Distinct());
        Assert.False(await StoppedSubscription.Retry(bank.Store, "broken", 3, Bank.Now));
    }

    [Fact]
    public async Task an_event_that_stops_a_subscription_can_be_skipped_with_a_reason_that_is_kept()
    {
        await using var bank = await Bank.Open(server);
        var broken = new Listener("broken") { Fails = row => row.Sequence == 2 };
        await bank.Deposit("a", 1, 2, 3);
        await using var running = Running.Start(bank, broken);
        await Bank.Until(async () => (await SubscriptionStatus.All(bank.Store.Database, Bank.Now)).Any(status => status.Fault is not null));
        Assert.False(await StoppedSubscription.Skip(bank.Store, "broken", 1, "wrong one", "admin", Bank.Now));
        Assert.True(await StoppedSubscription.Skip(bank.Store, "broken", 2, "made by a test", "admin", Bank.Now));
        await Bank.Until(() => Task.FromResult(broken.Sequences.Contains(3)));
        Assert.DoesNotContain(2, broken.Sequences);
        Assert.Equal(["broken|2|made by a test|admin"], await bank.Rows("select name, seq_id, reason, skipped_by from subscription_skip"));
    }

    [Fact]
    public async Task one_process_leads_and_another_takes_over_when_its_connection_is_cut()
    {
        var database = await server.CreateDatabase();
        await using var one = await Bank.On(database);
        await using var two = await Bank.On(database);
        var (first, second) = (new Listener(), new Listener());
        await using var leading = Running.Start(one, first);
        await Bank.Until(() => Task.FromResult(leading.Host.Leads));
        await using var waiting = Running.Start(two, second);
        await one.Deposit("a", 1);
        await Bank.Until(() => Task.FromResult(first.Sequences.Count == 1));
        Assert.False(waiting.Host.Leads);
        await leading.DisposeAsync();
        await two.Deposit("a", 2);
        await Bank.Until(() => Task.FromResult(second.Sequences.Count == 1));
        Assert.Equal([2], second.Sequences);
    }

    [Fact]
    public async Task a_leader_whose_sessions_are_killed_leads_again_or_yields_and_no_event_is_lost()
    {
        await using var bank = await Bank.Open(server);
        var listener = new Listener();
        await using var running = Running.Start(bank, listener);
        await Bank.Until(() => Task.FromResult(running.Host.Leads));
        for (var round = 1; round <= 3; round++)
        {
            await bank.Deposit("a", round);
            await using (var killer = await bank.Store.Database.OpenConnectionAsync(Bank.Now))
            {
                await using var kill = new NpgsqlCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'", killer);
                await kill.ExecuteNonQueryAsync(Bank.Now);
            }

            var expected = round;
            await Bank.Until(() => Task.FromResult(listener.Sequences.Distinct().Count() == expected));
            NpgsqlConnection.ClearAllPools();
        }
    }

    [Fact]
    public async Task a_subscription_that_lets_events_gather_does_so_also_under_a_steady_stream()
    {
        await using var bank = await Bank.Open(server);
        var gathers = new Listener { Gathers = TimeSpan.FromMilliseconds(400) };
        await using var running = Running.Start(bank, gathers);
        await Bank.Until(() => Task.FromResult(running.Host.Leads));
        var started = Stopwatch.GetTimestamp();
        var deposits = 0;
        for (; Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2); deposits++)
        {
            await bank.Deposit("a", 1);
        }

        var calls = gathers.Calls;
        Assert.InRange(calls, 1, 2 + (int)(Stopwatch.GetElapsedTime(started) / gathers.Gathers));
        await Bank.Until(() => Task.FromResult(gathers.Sequences.Count == deposits));
    }

    [Fact]
    public async Task a_handler_that_gives_up_waiting_stops_its_subscription_alone()
    {
        await using var bank = await Bank.Open(server);
        var (impatient, healthy) = (new Listener("impatient") { Fails = _ => throw new TaskCanceledException() }, new Listener("healthy"));
        await bank.Deposit("a", 1);
        await using var running = Running.Start(bank, impatient, healthy);
        await Bank.Until(async () => (await SubscriptionStatus.All(bank.Store.Database, Bank.Now)).Any(status => status.Fault is not null));
        await bank.Deposit("a", 2);
        await Bank.Until(() => Task.FromResult(healthy.Sequences.Distinct().Count() == 2));
        Assert.Empty(running.Troubles);
    }

    [Fact]
    public async Task a_fault_outside_the_handling_of_an_event_is_reported_and_the_host_goes_on()
    {
        await using var bank = await Bank.Open(server);
        var (faulty, healthy) = (new Listener("faulty") { Faults = 3 }, new Listener("healthy"));
        await bank.Deposit("a", 1);
        await using var running = Running.Start(bank, faulty, healthy);
        await Bank.Until(() => Task.FromResult(running.Host.Interruption is not null));
        await Bank.Until(() => Task.FromResult(faulty.Sequences.Count == 1 && healthy.Sequences.Distinct().Count() == 1));
        Assert.Equal(Enumerable.Repeat("InvalidOperationException Listener.get_BatchSize", 3), running.Troubles);
        await Bank.Until(() => Task.FromResult(running.Host.Interruption is null));
    }

    /// <summary>A host that runs beside the test.</summary>
    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _run;

        private Running(Bank bank, Subscription[] subscriptions)
        {
            Host = new SubscriptionHost(bank.Store, subscriptions, Quick);
            _run = Host.Run(Troubles.Enqueue, _stop.Token);
        }

        public ConcurrentQueue<string> Troubles { get; } = [];

        public SubscriptionHost Host { get; }

        public static Running Start(Bank bank, params Subscription[] subscriptions) => new(bank, subscriptions);

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _run;
        }
    }

    private sealed class Listener(string name = "listener") : Subscription(name)
    {
        public ConcurrentQueue<long> Sequences { get; } = [];

        public Func<EventRow, bool> Fails { get; set; } = _ => false;

        public int Faults { get; set; }

        public int Calls { get; private set; }

        public TimeSpan Gathers { get; init; }

        public override TimeSpan Gathering => Gathers;

        public override int BatchSize => Faults-- > 0 ? throw new InvalidOperationException("secret of the program") : base.BatchSize;

        public override Task<IReadOnlyList<NpgsqlBatchCommand>> Handle(IReadOnlyList<EventRow> events, CancellationToken cancellation)
        {
            Calls++;
            foreach (var row in events)
            {
                if (Fails(row))
                {
                    throw new InvalidOperationException("secret of the event");
                }

                Sequences.Enqueue(row.Sequence);
            }

            return Task.FromResult<IReadOnlyList<NpgsqlBatchCommand>>([]);
        }
    }
}
