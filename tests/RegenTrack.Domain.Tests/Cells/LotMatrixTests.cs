using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Tests.Cells;

public sealed class LotMatrixTests
{
    private static readonly Dictionary<string, Func<Lot, Outcome<LotEvent>>> Commands = new()
    {
        ["start"] = lot => StartInspection.Decide(lot, new(CellsScenario.LotA), CellsScenario.Now),
        ["release"] = lot => ReleaseLot.Decide(lot, new(CellsScenario.LotA, "fine"), new(CellsScenario.Inspected(), CellsScenario.DonorWith()), CellsScenario.Now),
        ["hold"] = lot => HoldLot.Decide(lot, new(CellsScenario.LotA, "wait"), CellsScenario.Now),
        ["lift"] = lot => LiftHold.Decide(lot, new(CellsScenario.LotA, "settled", false, null), CellsScenario.Inspected(), CellsScenario.Now),
        ["reject"] = lot => RejectLot.Decide(lot, new(CellsScenario.LotA, "bad", Disposal.Destroy), CellsScenario.Now),
    };

    // State x (start, release, hold, lift, reject): the state afterwards, "=" for nothing new, or the refusal.
    [Theory]
    [InlineData(LotState.Unknown, "lot-unknown", "lot-unknown", "lot-unknown", "lot-unknown", "lot-unknown")]
    [InlineData(LotState.Announced, "lot-not-arrived", "lot-not-arrived", "lot-not-arrived", "lot-not-arrived", "lot-not-arrived")]
    [InlineData(LotState.PreClearanceReported, "lot-not-arrived", "lot-not-arrived", "lot-not-arrived", "lot-not-arrived", "lot-not-arrived")]
    [InlineData(LotState.InTransit, "lot-not-arrived", "lot-not-arrived", "lot-not-arrived", "lot-not-arrived", "lot-not-arrived")]
    [InlineData(LotState.WaitingQuarantine, "UnderReceiptInspection", "lot-inspection-not-started", "OnHold", "lot-inspection-not-started", "lot-inspection-not-started")]
    [InlineData(LotState.UnderReceiptInspection, "=", "Released", "OnHold", "lot-not-on-hold", "Rejected")]
    [InlineData(LotState.Released, "lot-released", "=", "OnHold", "lot-released", "lot-released")]
    [InlineData(LotState.OnHold, "lot-on-hold", "lot-on-hold", "=", "UnderReceiptInspection", "Rejected")]
    [InlineData(LotState.Rejected, "lot-rejected", "lot-rejected", "lot-rejected", "lot-rejected", "=")]
    public void every_command_in_every_state(LotState state, params string[] expected)
    {
        var lot = CellsScenario.LotIn(state);
        Assert.Equal(state, lot.State);

        Assert.Equal(expected, Commands.Values.Select(decide => Answer(lot, decide(lot))));
    }

    [Fact]
    public void the_matrix_covers_every_state()
    {
        var covered = typeof(LotMatrixTests).GetMethod(nameof(every_command_in_every_state))!.GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>().Select(row => (LotState)row.Data[0]!);

        Assert.Equal(Enum.GetValues<LotState>(), covered);
    }

    private static string Answer(Lot lot, Outcome<LotEvent> outcome) => outcome.IsRefused
        ? Assert.Single(outcome.Refusals).Code
        : outcome.Events.Count == 0 ? "=" : outcome.Events.Aggregate(lot, Lot.Evolve).State.ToString();
}
