using System.Collections.Concurrent;
using System.Diagnostics;

namespace RegenTrack.Tests.Fixtures;

/// <summary>Counts what one piece of work asks of PostgreSQL, whatever other tests do meanwhile: a batch is one round trip.</summary>
internal sealed class RoundTrips : IDisposable
{
    private readonly ConcurrentQueue<string> _statements = new();
    private readonly ActivityListener _listener;
    private readonly Activity _work;

    public RoundTrips()
    {
        _work = new Activity(nameof(RoundTrips)) { ActivityTraceFlags = ActivityTraceFlags.Recorded };
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> command) =>
                command.Parent.TraceId == _work.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = command =>
            {
                if (command.TraceId == _work.TraceId && command.GetTagItem("db.query.text") is string statement)
                    _statements.Enqueue(statement);
            },
        };
        ActivitySource.AddActivityListener(_listener);
        _work.Start();
    }

    /// <summary>The text of each round trip so far.</summary>
    public IReadOnlyList<string> Statements => [.. _statements];

    public void Dispose()
    {
        _work.Dispose();
        _listener.Dispose();
    }
}
