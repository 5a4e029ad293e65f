using RegenTrack.App.Pipeline;
using RegenTrack.App.Treatments;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Safety;
using RegenTrack.Domain.Treatments;
using RegenTrack.EventStore;

namespace RegenTrack.App.Safety;

/// <summary>From an adverse event back to the administration, its lot, donor, shipment and temperature log, and everybody else who received that lot.</summary>
public sealed record TraceAdverseEvent(Actor Actor, string AdverseEvent) : IQuery<AdverseEventTrace>
{
    public static async Task<AdverseEventTrace?> Answer(TraceAdverseEvent query, QueryContext context, CancellationToken cancellation)
    {
        var (state, version) = await context.Events.State(AdverseEventStream.Type, query.AdverseEvent, cancellation);
        if (!state.Exists || !state.IsSeenBy(query.Actor))
            return null;
        var (subject, _) = await context.Events.State(TreatmentCaseStream.Type, state.Case.Value, cancellation);
        var recipients = state.Lot is { } lot
            ? (await AdministrationsByLot.OfLot(new(query.Actor, lot.Value), context, cancellation))!.Rows
            : [];
        return new AdverseEventTrace(
            state,
            version,
            await context.Events.Read(AdverseEventStream.Type.Alias, query.AdverseEvent, cancellation),
            state.Administration is { } given ? subject.Find(given) : null,
            state.Lot is { } source ? await LotOrigin.Of(source.Value, context, cancellation) : null,
            [.. recipients.Where(other => other.Case != state.Case.Value)],
            await AdverseEventBoard.OfLot(state.Lot?.Value, context, cancellation));
    }
}

/// <summary>The event with what it leads to.</summary>
/// <param name="Given">The suspect administration; null when it happened before the first one.</param>
/// <param name="Origin">Donor, shipment and temperature logs of the lot; null without a lot.</param>
/// <param name="OtherRecipients">Administrations of the same lot to other subjects, in any institution.</param>
/// <param name="EventsOfLot">Every event reported of that lot, this one among them.</param>
public sealed record AdverseEventTrace(
    AdverseEvent Event,
    long Version,
    IReadOnlyList<StoredEvent> History,
    Administration? Given,
    LotOrigin? Origin,
    IReadOnlyList<LotRecipient> OtherRecipients,
    IReadOnlyList<AdverseEventRow> EventsOfLot);
