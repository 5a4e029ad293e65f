using System.Globalization;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.Domain.Cells.Lots;

/// <summary>What stands in the way of releasing a lot. All of it at once, so that nobody finds it out one by one.</summary>
public static class ReleaseFaults
{
    public static IEnumerable<Refusal> OfPapers(Lot lot, Shipment shipment, Circumstances at)
    {
        if (lot.Expiry < at.Today)
            yield return new("lot-expired", "사용기한이 지난 로트입니다.", "The lot has expired.", CellsRules.StorageStates, "Lot");
        if (shipment.PreClearance is null)
            yield return new("pre-clearance-not-reported", "표준통관예정보고 번호가 없습니다.", "The pre-clearance report is missing.", CellsRules.PreClearance);
        if (shipment.DispatchedAt is { } dispatched && shipment.Certificate?.IsValidOn(KoreanTime.DayOf(dispatched)) != true)
            yield return ShipmentRefusals.CertificateNotValid;
    }

    public static IEnumerable<Refusal> OfChecks(Lot lot, Shipment shipment)
    {
        if (!shipment.Identified.Contains(lot.Id))
            yield return new("identity-not-scanned", "이 로트의 채취번호를 아직 스캔하지 않았습니다.", "The donation number of this lot has not been scanned.", CellsRules.Receipt);
        foreach (var kind in Enum.GetValues<CheckKind>())
        {
            var (korean, english) = NameOf(kind);
            var check = shipment.CheckOf(kind, lot.Container);
            if (check is null or { Result: CheckResult.NotDone })
                yield return new("check-not-finished", $"{korean}를 마치지 않았습니다.", $"The {english} check is not finished.", CellsRules.Receipt);
            else if (!check.Passes)
                yield return new("check-not-satisfactory", $"{korean} 결과가 부적합입니다.", $"The {english} check is not satisfactory.", CellsRules.Receipt);
        }

        if (!shipment.IdentityCoversUnexpected(lot.Container))
            yield return new(
                "unit-unexpected-after-check",
                "동일성검사를 마친 뒤에 예고되지 않은 용기가 나왔습니다. 동일성검사를 다시 기록하세요.",
                "A unit that nobody announced was found after the identity check. Record the identity check again.",
                CellsRules.Receipt);

        if (!shipment.SealHolds(lot.Container) && shipment.CheckOf(CheckKind.Identity, lot.Container) is not { Depth: IdentityDepth.Full, Result: CheckResult.SatisfactoryAfterIntervention })
            yield return new(
                "seal-not-intact",
                "봉인을 확인하지 않았거나 온전하지 않습니다. 전수 동일성검사 후 '조치 후 적합'이 있어야 합니다.",
                "The seal was not checked or is not intact. A full identity check, satisfactory after intervention, is needed.",
                CellsRules.Receipt);
    }

    public static IEnumerable<Refusal> OfTemperature(Lot lot, Shipment shipment)
    {
        if (!shipment.LogsOf(lot.Container).Any())
        {
            yield return new("temperature-log-missing", "온도기록이 없습니다.", "There is no temperature log.", CellsRules.Transport);
            yield break;
        }

        var version = lot.ProductVersion.ToString(CultureInfo.InvariantCulture);
        switch (OutcomeOf(lot, shipment))
        {
            case ExcursionOutcome.Critical:
                yield return new(
                    "excursion-critical", $"제품 규격 제{version}판에 따라 부적합 처리해야 하는 온도이탈입니다.", $"By version {version} of the product's specification the excursion is critical: reject the lot.", CellsRules.Transport);
                break;
            case ExcursionOutcome.Major when OutcomeOf(lot, shipment.LogsOf(lot.Container).Where(log => !lot.AssessedLogs.Contains(new(log.Sha256, log.Container)))) == ExcursionOutcome.Major:
                yield return new(
                    "excursion-major", $"제품 규격 제{version}판의 허용을 넘은 온도이탈입니다. 보류하고 안정성을 평가하세요.", $"The excursion exceeds version {version} of the product's specification: hold the lot and assess its stability.", CellsRules.Transport);
                break;
        }
    }

    /// <summary>The worst verdict of the logs of the lot's container, for the lot's product version.</summary>
    public static ExcursionOutcome OutcomeOf(Lot lot, Shipment shipment) => OutcomeOf(lot, shipment.LogsOf(lot.Container));

    private static ExcursionOutcome OutcomeOf(Lot lot, IEnumerable<AttachedLog> logs) => logs
        .SelectMany(log => log.Verdicts)
        .Where(verdict => verdict.Product == lot.Product && verdict.SpecificationVersion == lot.ProductVersion)
        .Select(verdict => verdict.Outcome)
        .DefaultIfEmpty(ExcursionOutcome.None)
        .Max();

    private static (string Korean, string English) NameOf(CheckKind kind) => kind switch
    {
        CheckKind.Documentary => ("서류검사", "documentary"),
        CheckKind.Identity => ("동일성검사", "identity"),
        CheckKind.Physical => ("현물검사", "physical"),
        _ => ("온도검사", "temperature"),
    };
}
