using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Lots;

/// <summary>Declare one lot suppliable. There is no release of many.</summary>
public sealed record ReleaseLot(LotId Lot, string Reason) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Reason)) yield return CellsRefusals.Required(nameof(Reason));
    }

    public static Outcome<LotEvent> Decide(Lot state, ReleaseLot command, ReleaseFacts facts, Circumstances at)
    {
        if (state.State == LotState.Released) return Outcome<LotEvent>.Accept();
        if (state.State != LotState.UnderReceiptInspection) return LotRefusals.NotInState(state.State);
        IReadOnlyList<Refusal> faults =
            [.. ReleaseFaults.OfPapers(state, facts.Shipment, at), .. ReleaseFaults.OfChecks(state, facts.Shipment), .. ReleaseFaults.OfTemperature(state, facts.Shipment), .. DonorScreening.Faults(facts.Donor)];
        if (faults.Count > 0) return Outcome<LotEvent>.Refuse(faults);

        var logs = facts.Shipment.LogsOf(state.Container).ToList();
        return new LotReleased(
            command.Lot, command.Reason, ReleaseFaults.OutcomeOf(state, facts.Shipment), state.ProductVersion, [.. logs.Select(log => log.Sha256)]);
    }
}

/// <summary>What a release rests on.</summary>
public sealed record ReleaseFacts(Shipment Shipment, Donor Donor);
