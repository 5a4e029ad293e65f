using System.Globalization;
using Npgsql;
using RegenTrack.EventStore.Log;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.EventStore.Tests.Faults;

/// <summary>One instance of a service: clients that deposit one after another, and the subscriptions when it leads. Says each deposit once it is acknowledged.</summary>
internal static class Writer
{
    private const int Clients = 8;
    private const int Accounts = 5;

    /// <param name="task">Connection string, key file, name of the instance, seed.</param>
    public static async Task<int> Run(string[] task)
    {
        await using var bank = new Bank(Bank.StoreOn(task[0]));
        using var key = LogKey.Open(task[1]);
        var subscriptions = new SubscriptionHost(
            bank.Store,
            [new ViewSubscription(bank.Store, bank.Store.Views.Single(view => view is Turnover)), new LogSealer(bank.Store, key, TimeProvider.System, TimeSpan.FromMilliseconds(20))],
            new SubscriptionOptions { Succession = TimeSpan.FromMilliseconds(100) });
        var said = new Lock();
        await Task.WhenAll(
            Enumerable.Range(0, Clients).Select(client => Deposit(bank, task[2], client, int.Parse(task[3], CultureInfo.InvariantCulture), said))
                .Append(subscriptions.Run(_ => { }, CancellationToken.None)));
        return 0;
    }

    private static async Task Deposit(Bank bank, string instance, int client, int seed, Lock said)
    {
        var random = new Random(seed + client);
        for (var number = 0; ; number++)
        {
            var note = $"{instance}-{client}-{number}";
            try
            {
                if (await bank.Deposit($"a{random.Next(Accounts)}", note, CancellationToken.None) is null)
                {
                    lock (said)
                    {
                        Console.Out.WriteLine(note);
                        Console.Out.Flush();
                    }
                }
            }
            catch (NpgsqlException)
            {
                // Not acknowledged: it may be there or not, but not half.
                await Task.Delay(20);
            }
        }
    }
}
