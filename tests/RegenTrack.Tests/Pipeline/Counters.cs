using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.Tests.Pipeline;

/// <summary>A small world of its own to test the frame with: a counter that only goes up, to ten.</summary>
public abstract record CounterEvent;

public sealed record Counted(int By) : CounterEvent;

public sealed record Counter(int Total)
{
    public static readonly Counter Initial = new(0);

    public static Counter Evolve(Counter state, CounterEvent stored) => stored is Counted counted ? new(state.Total + counted.By) : state;
}

public sealed record Count(string Counter, int By, string Note = "") : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (By < 0)
        {
            yield return new Refusal("count-negative", "음수입니다.", "The amount is negative.", null, nameof(By));
        }
    }

    public static Outcome<CounterEvent> Decide(Counter state, Count command, Circumstances at) => state.Total + command.By > 10
        ? new Refusal("count-over-ten", "10을 넘습니다.", "The total would exceed ten.")
        : command.By == 0 ? Outcome<CounterEvent>.Accept() : new Counted(command.By);
}

public sealed record CountOnce(string Counter, int By)
{
    public static Outcome<CounterEvent> Decide(Counter state, CountOnce command, Circumstances at) => new Counted(command.By);
}

/// <summary>Counts as much as another counter has.</summary>
public sealed record CountLike(string Counter, string Other)
{
    public static Outcome<CounterEvent> Decide(Counter state, CountLike command, Counter other, Circumstances at) => new Counted(other.Total);
}

public sealed class CounterBoard : TableView
{
    public override string Name => "counter_board";

    public override string Columns => "counter text primary key, total int not null, changed_at timestamptz not null";

    public override IReadOnlyList<string> Indexes => ["(total, counter)"];

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        if (stored.Data is Counted counted)
        {
            write.Execute(
                "insert into {table} as board (counter, total, changed_at) values ($1, $2, {now}) on conflict (counter) do update set total = board.total + $2, changed_at = {now}",
                stored.StreamId,
                counted.By);
        }
    }
}

public static class Counters
{
    public static readonly StreamType<Counter, CounterEvent> Type =
        new StreamType<Counter, CounterEvent>("counter", Counter.Initial, Counter.Evolve).Event<Counted>("counted_v1").VisibleTo((actor, _) => actor.Institution != "elsewhere");

    public static void Register(AppModel model)
    {
        model.Stream(Type)
            .Command<Count>(Permission.RecordTrial, command => command.Counter, Count.Decide, retries: true)
            .Command<CountOnce>(Permission.RecordTrial, command => command.Counter, CountOnce.Decide)
            .Command<CountLike, Counter>(Permission.RecordTrial, command => command.Counter, (command, facts, token) => facts.State(Type, command.Other, token), CountLike.Decide);
        model.View(new CounterBoard());
    }
}
