using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.Benchmarks.Scenarios.Bars;

/// <summary>The whole pipeline around a command, against the bare store writing the same stream, event and snapshot.</summary>
internal static class Pipeline
{
    private static readonly StreamType<Shelf, Scanned> Type = new StreamType<Shelf, Scanned>("shelf", Shelf.Initial, Shelf.Evolve).Event<Scanned>("scanned_v1");
    private static readonly Actor Inspector = new("inspector-17", Role.Inspector);

    public static async Task<Comparison> OverBareStore(Rig rig, int rounds, int clients)
    {
        var model = new AppModel();
        model.Stream(Type).Command<Scan>(Permission.InspectShipment, command => command.Shelf, Scan.Decide);
        await using var services = new ServiceCollection().AddRegenTrack(await rig.Create(), HolidayTable.Empty, model).BuildServiceProvider();
        await AppServices.ApplySchema(services, [], CancellationToken.None);
        var mediator = services.GetRequiredService<IMediator>();
        var bare = await rig.Store();
        var each = 4_800 / clients;
        return await Interleaved.Run(
            $"full pipeline over bare store, {clients} client(s)", rounds,
            round => Clients.Run(clients, each, async (client, number) =>
            {
                var envelope = new Envelope<Scan>(new Scan($"{client}-{number % 20}", Scanned.Make(number)), Inspector, $"{round}-{client}-{number}");
                if (await mediator.Send(envelope) is not CommandOutcome.Accepted)
                {
                    throw new InvalidOperationException("Not accepted.");
                }
            }),
            round => Clients.Run(clients, each, (client, number) => Appends.LoadAndAppend(bare, $"{client}-{number % 20}", number)));
    }

    private sealed record Scan(string Shelf, Scanned Item)
    {
        public static Outcome<Scanned> Decide(Shelf state, Scan command, Circumstances at) => command.Item;
    }
}
