using System.Globalization;
using System.Runtime.CompilerServices;
using RegenTrack.App.Cells;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.EventStore;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Provenances;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Cells;

/// <summary>A Provenance of every step of a consignment's custody: dispatched, handed over, arrived. The steps are events of the shipment, and follow from them alone.</summary>
internal sealed class CustodyProvenance(Store store, ResourceReader resources, ResourcesAsOf resourcesAsOf) : IProvenanceSource
{
    private const string Delivery = "SupplyDelivery";
    private const string Lot = "BiologicallyDerivedProduct";
    private const string Suffix = "-custody";
    private const int MostShipments = 10_000;

    public async Task<IReadOnlyList<Provenance>> Find(ProvenanceQuestion question, int limit, CancellationToken cancellation)
    {
        var asked = question.Writes;

        // An agent here is an organisation of the way, by its name only; and a step is of the consignment, whatever its version.
        if (asked.Client is not null || asked.IsOwn || asked.Version is not null)
            return [];
        var found = new List<Provenance>();
        foreach (var shipment in await Shipments(question, cancellation))
            found.AddRange((await Steps(shipment, cancellation)).Where(step => Fits(step, question)));
        return [.. found.OrderByDescending(step => step.Place).Take(limit)];
    }

    public async IAsyncEnumerable<(string Key, Provenance? One)> Walk(ProvenanceWalk walk, string after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // No consignment concerns a patient.
        if (walk.Concerns is not null)
            yield break;
        var reached = after.Split(' ')[0];
        if (reached.Length > 0)
        {
            foreach (var step in (await Steps(reached, walk, cancellation)).Where(step => string.CompareOrdinal(step.Key, after) > 0))
                yield return step;
        }

        await foreach (var shipment in Consignments(walk, reached, cancellation))
        {
            foreach (var step in await Steps(shipment, walk, cancellation))
                yield return step;
        }
    }

    private async IAsyncEnumerable<string> Consignments(ProvenanceWalk walk, string after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var range = new AsOf(Delivery, walk.Institution, walk.At, null);
        for (var more = true; more;)
        {
            using var page = await resourcesAsOf.Page(range, after, walk.Count, cancellation);
            string[] ids = [.. Enumerable.Range(0, page.Count).Select(index => page[index].Id)];
            foreach (var id in ids.Where(id => DeliveryIds.Parse(id) is null))
                yield return id;
            more = ids.Length == walk.Count || page.IsFull;
            after = ids.LastOrDefault(after);
        }
    }

    private async Task<IEnumerable<(string Key, Provenance? One)>> Steps(string shipment, ProvenanceWalk walk, CancellationToken cancellation) =>
        (await Steps(shipment, cancellation)).Where(step => step.Place.At <= walk.At && (walk.Since is not { } since || step.Place.At > since))
            .Select(step => (string.Create(CultureInfo.InvariantCulture, $"{shipment} {step.Place.Sequence:D19}"), (Provenance?)step));

    private async Task<IReadOnlyList<string>> Shipments(ProvenanceQuestion question, CancellationToken cancellation)
    {
        var asked = question.Writes;
        if (asked.Sequence is { } sequence)
        {
            await foreach (var row in store.Reader.Rows(sequence - 1, sequence, cancellation))
            {
                if (row.StreamKey.Split(':', 2) is [var alias, var id] && alias == ShipmentStream.Type.Alias && await resources.Find(Delivery, id, asked.Institution, cancellation) is not null)
                    return [id];
            }

            return [];
        }

        if (asked.Targets is not { } targets)
            return await Seen(question, [], cancellation);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var named = targets.Where(target => target.Type == Delivery).Select(target => DeliveryIds.Parse(target.Id)?.Shipment ?? target.Id).ToList();
        if (named.Count > 0)
            found.UnionWith(await Seen(question, [new ResourceCondition.AnyId(named)], cancellation));
        long[] lots = [.. targets.Where(target => target.Type == Lot).Select(target => SearchHash.Of(Delivery, "product", Spelling.Typed(Lot, target.Id)))];
        if (lots.Length > 0)
            found.UnionWith(await Seen(question, [new ResourceCondition.AnyKey(lots)], cancellation));
        return [.. found];
    }

    private static async Task<IReadOnlyList<string>> Seen(ProvenanceQuestion question, IReadOnlyList<ResourceCondition> conditions, CancellationToken cancellation)
    {
        var ids = await question.Search.Ids(new ResourceQuery(Delivery, question.Writes.Institution, conditions), MostShipments, cancellation);
        return [.. ids.Select(id => DeliveryIds.Parse(id)?.Shipment ?? id).Distinct(StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<Provenance>> Steps(string id, CancellationToken cancellation)
    {
        var (steps, state) = (new List<(StoredEvent Event, string Holder)>(), Shipment.Initial);
        foreach (var stored in await store.Reader.Read(ShipmentStream.Type.Alias, id, cancellation))
        {
            var happened = (ShipmentEvent)stored.Data;
            if (MapCustody.IsStep(happened))
                steps.Add((stored, state.Holder ?? ""));
            state = Shipment.Evolve(state, happened);
        }

        return steps.Select(step => Mapped(state, step.Event, step.Holder));
    }

    private static Provenance Mapped(Shipment shipment, StoredEvent stored, string holder)
    {
        var id = stored.Sequence.ToString(CultureInfo.InvariantCulture) + Suffix;
        return new Provenance(new ProvenancePlace(stored.RecordedAt, stored.Sequence, "", "", 0), id, MapCustody.Write(id, shipment, stored, holder).ToFhir());
    }

    private static bool Fits(Provenance step, ProvenanceQuestion question) =>
        (question.Writes.Sequence is not { } sequence || sequence == step.Place.Sequence)
        && question.Writes.Recorded.All(span => (span.From is not { } from || step.Place.At >= from) && (span.To is not { } to || step.Place.At < to))
        && (question.UpTo is not { } place || step.Place.CompareTo(place) <= 0);
}
