using RegenTrack.EventStore.Log;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.Benchmarks.Scenarios.Bars;

/// <summary>Durable appends while the log is sealed behind them, against appends of a service that differs in nothing but the log. A round is long against the second between two heads.</summary>
internal static class Sealing
{
    public static async Task<Comparison> Cost(Rig rig, int rounds, int clients)
    {
        var (logged, plain) = (await rig.Store(), await rig.Store());
        using var key = LogKey.Create();
        using var stop = new CancellationTokenSource();
        Task[] hosts =
        [
            new SubscriptionHost(logged, [new LogSealer(logged, key, TimeProvider.System, LogSealer.Patience)], new SubscriptionOptions()).Run(Console.Error.WriteLine, stop.Token),
            new SubscriptionHost(plain, [], new SubscriptionOptions()).Run(Console.Error.WriteLine, stop.Token),
        ];
        var each = (clients == 1 ? 4_000 : 9_600) / clients;
        try
        {
            return await Interleaved.Run(
                $"appends with the log over appends without, {clients} client(s)", rounds,
                _ => Clients.Run(clients, each, (client, number) => Appends.LoadAndAppend(logged, $"{client}-{number % 20}", number)),
                _ => Clients.Run(clients, each, (client, number) => Appends.LoadAndAppend(plain, $"{client}-{number % 20}", number)),
                async () => _ = await CatchUp.With(logged, LogSealer.Position, TimeSpan.FromMinutes(1), CancellationToken.None) ? 0 : throw new InvalidOperationException("The log was not sealed."));
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(hosts);
        }
    }
}
