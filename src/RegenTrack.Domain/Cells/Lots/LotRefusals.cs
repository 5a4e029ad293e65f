using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Lots;

internal static class LotRefusals
{
    public static readonly Refusal Unknown = new("lot-unknown", "그런 로트가 없습니다.", "There is no such lot.", field: "Lot");

    /// <summary>The command does not fit the state.</summary>
    public static Refusal NotInState(LotState state) => state switch
    {
        LotState.Unknown => Unknown,
        LotState.OnHold => new("lot-on-hold", "보류 중인 로트입니다. 보류를 먼저 해제하거나 부적합으로 판정하세요.", "The lot is on hold. Lift the hold first, or reject the lot.", CellsRules.StorageStates, "Lot"),
        LotState.Released => new("lot-released", "이미 공급가능으로 판정된 로트입니다. 문제가 있으면 먼저 보류하세요.", "The lot is released. If something is wrong, put it on hold first.", CellsRules.StorageStates, "Lot"),
        LotState.Rejected => new("lot-rejected", "부적합으로 판정된 로트입니다. 되돌릴 수 없습니다.", "The lot is rejected; that cannot be undone.", CellsRules.StorageStates, "Lot"),
        LotState.WaitingQuarantine => new("lot-inspection-not-started", "입고검사를 먼저 시작하세요.", "Start the receipt inspection first.", CellsRules.Receipt, "Lot"),
        LotState.UnderReceiptInspection => new("lot-not-on-hold", "보류 중인 로트가 아닙니다.", "The lot is not on hold.", field: "Lot"),
        _ => new("lot-not-arrived", "아직 도착하지 않은 로트입니다.", "The lot has not arrived.", CellsRules.Receipt, "Lot"),
    };
}
