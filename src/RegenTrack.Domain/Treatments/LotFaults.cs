using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Treatments;

/// <summary>Why cells of a lot may not be given in an administration. All of it at once.</summary>
internal static class LotFaults
{
    public static IEnumerable<Refusal> Of(TreatmentCase state, RecordAdministration command, AdministrationLookup facts)
    {
        var day = KoreanTime.DayOf(command.AdministeredAt);
        if (facts.Lot is not { State: not LotState.Unknown } lot)
        {
            yield return Lot("lot-unknown", "그런 로트가 없습니다.", "There is no such lot.", TreatmentRules.CellsOnReceipt);
            yield break;
        }

        if (lot.State is LotState.OnHold or LotState.Rejected)
            yield return Lot("lot-on-hold", "보류 또는 부적합으로 격리된 로트입니다. 사용하지 마세요.", "The lot is on hold or rejected. Do not use it.", TreatmentRules.CellsOnReceipt);
        else if (lot.State != LotState.Released)
            yield return Lot("lot-not-released", "아직 공급가능으로 판정되지 않은 로트입니다.", "The lot has not been released.", TreatmentRules.CellsOnReceipt);
        if (day > lot.Expiry)
            yield return Lot("lot-expired", "사용기한이 지난 로트입니다.", "The lot had expired.", TreatmentRules.CellsOnReceipt);
        if (lot.Product != facts.Plan.Product || lot.ProductVersion != facts.Plan.ProductVersion)
            yield return Lot("lot-of-another-product", "심의받은 치료계획의 제품(또는 판)과 다른 로트입니다.", "The lot is of another product, or another version of it, than the plan that was reviewed.", TreatmentRules.Review);
        foreach (var refusal in ImportFaults(state, facts, day))
            yield return refusal;
        if (QuantityFault(command, lot, facts.GivenOfLot) is { } fault)
            yield return fault;
    }

    // What is given, rejected, destroyed and left adds up to what was received (law 6.5); an amount in another unit could not be taken off.
    private static Refusal? QuantityFault(RecordAdministration command, LotForTreatment lot, decimal given)
    {
        if (!lot.IsCountedIn(command.Unit))
            return new Refusal("unit-not-of-lot", $"이 로트는 '{lot.Unit}' 단위로 셉니다. 투여량을 같은 단위로 적으세요.", $"The lot is counted in '{lot.Unit}'. Give the quantity in the same unit.", null, nameof(RecordAdministration.Unit));
        var left = Math.Max(lot.Quantity - given, 0);
        return command.Quantity <= left ? null : new Refusal(
            "lot-used-up",
            FormattableString.Invariant($"이 로트에 남은 양은 {left:0.######} {lot.Unit}입니다. 그보다 많이 투여할 수 없습니다."),
            FormattableString.Invariant($"The lot has {left:0.######} {lot.Unit} left. No more than that can be given."),
            null,
            nameof(RecordAdministration.Quantity));
    }

    // Every lot here came from a foreign site, and the Act has no route for that: an exemption is what lets it be given (law 0.4).
    private static IEnumerable<Refusal> ImportFaults(TreatmentCase state, AdministrationLookup facts, DateOnly day)
    {
        if (facts.ImportGrant is not { Exists: true } import)
            yield return Lot("lot-without-import-exemption", "등록된 수입 규제특례 없이 들어온 로트입니다. 치료에 쓸 수 없습니다.", "No recorded exemption stands behind the import of this lot. It may not be used for treatment.", TreatmentRules.ImportRoute);
        else if (import.Kind != ExemptionKind.ImportedRawCells)
            yield return Lot("import-exemption-of-another-kind", "이 로트가 근거로 든 규제특례는 원료세포 수입에 관한 것이 아닙니다. 치료에 쓸 수 없습니다.", "The exemption that this lot names is not one for the import of raw cells. It may not be used for treatment.", TreatmentRules.ImportRoute);
        else
        {
            if (!import.UsableOn(day) || !import.CoversTreatmentAt(state.Institution))
                yield return Lot("import-exemption-not-covering", "이 로트를 수입한 규제특례가 그날 이 기관의 치료를 포함하지 않습니다.", "The exemption under which the lot was imported does not cover treatment at this institution on that day.", TreatmentRules.ImportScope);
            if (!import.ConditionSetMet)
                yield return Lot("import-exemption-conditions-unmet", "이 로트를 수입한 규제특례의 부가조건이 모두 충족되지 않았습니다.", "Not every condition of the exemption under which the lot was imported is met.", TreatmentRules.ImportConditions);
            if (import.PatientCap is { } cap && facts.OthersTreatedUnderImport >= cap)
                yield return Lot("import-exemption-full", "이 로트를 수입한 규제특례의 대상자 상한에 이르렀습니다.", "The patient cap of the exemption under which the lot was imported is reached.", TreatmentRules.ImportConditions);
        }
    }

    private static Refusal Lot(string code, string korean, string english, Rule rule) => new(code, korean, english, rule, nameof(RecordAdministration.Lot));
}
