using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegenTrack.App.Notices;
using RegenTrack.Domain.Notices;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.Interop.Notices.Delivery;

/// <summary>Runs whatever is due, each subscription by itself, so that an endpoint that is slow or gone holds nobody else up. Only the leading process does.</summary>
internal sealed partial class NoticeDelivery(NoticeQueue queue, NoticeRun run, NoticeSignal signal, IOptions<NoticeOptions> options, TimeProvider time, ILogger<NoticeDelivery> log) : ILeaderWork
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenTroubles = TimeSpan.FromSeconds(2);

    private readonly TimeSpan _polling = TimeSpan.FromMilliseconds(options.Value.PollingMilliseconds);

    public async Task Run(CancellationToken cancellation)
    {
        var running = new Dictionary<string, Task>();
        var swept = DateTimeOffset.MinValue;
        try
        {
            while (true)
            {
                var next = signal.Next;
                var now = time.GetUtcNow();
                if (now - swept >= BetweenSweeps)
                {
                    await queue.Sweep(now.AddDays(-options.Value.KeepDays), cancellation);
                    swept = now;
                }

                foreach (var over in running.Where(one => one.Value.IsCompleted).Select(one => one.Key).ToList())
                    running.Remove(over);
                foreach (var id in (await queue.Due(now, cancellation)).Where(id => !running.ContainsKey(id)))
                    running.Add(id, Started(id, cancellation));
                await Task.WhenAny(next, Task.Delay(_polling, cancellation)).WaitAsync(cancellation);
            }
        }
        finally
        {
            await Task.WhenAll(running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task Started(string id, CancellationToken cancellation)
    {
        var work = One(id, cancellation);
        // What it left undone, or what came meanwhile, is looked for again.
        _ = work.ContinueWith(_ => signal.Wake(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return work;
    }

    private async Task One(string id, CancellationToken cancellation)
    {
        try
        {
            await run.Do(new NoticeSubscriptionId(id), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Another process goes on.
        }
#pragma warning disable CA1031 // Whatever it is, it is this subscription's trouble alone; it is tried again after a while.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            Interrupted(id, trouble.GetType().Name);
            await Task.Delay(BetweenTroubles, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Notices of subscription {Subscription} were interrupted ({Kind}) and will go on.")]
    private partial void Interrupted(string subscription, string kind);
}
