using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Lots;

/// <summary>Take a lot off hold, back into inspection. It still has to be released.</summary>
/// <param name="ExcursionAssessed">A stability assessment found a major excursion harmless; the assessment must be attached.</param>
/// <param name="Assessment">SHA-256 of the stored assessment.</param>
public sealed record LiftHold(LotId Lot, string Reason, bool ExcursionAssessed, string? Assessment) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Reason)) yield return CellsRefusals.Required(nameof(Reason));
        if (ExcursionAssessed && Assessment is null)
            yield return new("assessment-missing", "안정성 평가서를 올리세요.", "Upload the stability assessment.", CellsRules.Transport, nameof(Assessment));
    }

    /// <param name="facts">The lot's shipment, whose temperature logs of this moment are those that an assessment saw.</param>
    public static Outcome<LotEvent> Decide(Lot state, LiftHold command, Shipment facts, Circumstances at) => state.State switch
    {
        LotState.OnHold => new LotHoldLifted(command.Lot, command.Reason, command.ExcursionAssessed, command.Assessment, command.ExcursionAssessed ? Seen(state, facts) : null),
        LotState.UnderReceiptInspection when state.LastReason == command.Reason => Outcome<LotEvent>.Accept(),
        _ => LotRefusals.NotInState(state.State),
    };

    private static List<AssessedLog> Seen(Lot lot, Shipment shipment) => [.. shipment.LogsOf(lot.Container).Select(log => new AssessedLog(log.Sha256, log.Container))];
}
