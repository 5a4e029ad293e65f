using RegenTrack.EventStore.Log;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.Benchmarks.Scenarios.Bars;

/// <summary>Durable appends while the log is sealed behind them, against appends without a log.</summary>
internal static class Sealing
{
    public static async Task<Comparison> Cost(Rig rig, int rounds, int clients)
    {
        var (logged, plain) = (await rig.Store(), await rig.Store());
        using var key = LogKey.Create();
        using var stop = new CancellationTokenSource();
        var host = new SubscriptionHost(logged, [new LogSealer(logged, key, TimeProvider.System, TimeSpan.FromSeconds(1))], new SubscriptionOptions());
        var sealing = host.Run(_ => { }, stop.Token);
        var each = 1600 / clients;
        try
        {
            return await Interleaved.Run(
                $"appends with the log over appends without, {clients} client(s)", rounds,
                _ => Clients.Run(clients, each, (client, number) => Appends.LoadAndAppend(logged, $"{client}-{number % 20}", number)),
                _ => Clients.Run(clients, each, (client, number) => Appends.LoadAndAppend(plain, $"{client}-{number % 20}", number)));
        }
        finally
        {
            await stop.CancelAsync();
            await sealing;
        }
    }
}
