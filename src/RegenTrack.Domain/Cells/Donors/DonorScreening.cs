using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Donors;

/// <summary>Whether a donor's tests let the cells be used: each required marker, negative, sampled within seven days of collection.</summary>
public static class DonorScreening
{
    /// <summary>Days before and after collection, both inclusive.</summary>
    public const int WindowDays = 7;

    private static readonly Marker[] Always =
        [Marker.HbsAg, Marker.HbvNat, Marker.HcvAntibody, Marker.HcvNat, Marker.HivAntibody, Marker.HivNat, Marker.SyphilisNonTreponemal, Marker.SyphilisTreponemal];

    private static readonly Marker[] LeukocyteRich = [Marker.HtlvAntibody, Marker.CmvAntibody, Marker.CmvNat];

    private static readonly Marker[] Reproductive = [Marker.ChlamydiaNat, Marker.GonorrhoeaNat];

    public static readonly Refusal Unknown = new(
        "donor-unknown", "등록되지 않은 공여자입니다. 공여자를 먼저 등록하세요.", "The donor is not registered. Register the donor first.", CellsRules.DonorExclusion, "Donor");

    public static readonly Refusal NotDetermined = new(
        "donor-eligibility-not-determined", "해외 기관 책임자의 공여자 적합성 판정이 없습니다.", "The source site's determination of donor eligibility is missing.", CellsRules.DonorExclusion);

    public static IReadOnlyList<Marker> Required(Donor donor) =>
        [.. Always, .. donor.LeukocyteRich ? LeukocyteRich : [], .. donor.Reproductive ? Reproductive : [], .. donor.CountryMarkers];

    /// <summary>Every reason against the donor; none means eligible.</summary>
    public static IReadOnlyList<Refusal> Faults(Donor donor)
    {
        if (!donor.Exists) return [Unknown];
        IReadOnlyList<Refusal> determined = donor.EligibilityDetermined ? [] : [NotDetermined];
        return [.. determined, .. Required(donor).Select(marker => Fault(donor, marker)).OfType<Refusal>()];
    }

    /// <summary>What is wrong with one required marker; null when nothing is.</summary>
    public static Refusal? Fault(Donor donor, Marker marker)
    {
        var tests = donor.Tests.Where(test => test.Marker == marker).ToList();
        // One reactive sample excludes, whatever another one says.
        if (tests.Exists(test => test.Result != MarkerResult.Negative))
            return new("donor-test-not-negative", $"공여자 검사 {marker}: 음성이 아닙니다.", $"Donor test {marker}: not negative.", CellsRules.DonorTests);
        if (tests.Count == 0)
            return new("donor-test-missing", $"공여자 검사 {marker}: 결과가 없습니다.", $"Donor test {marker}: no result.", CellsRules.DonorTests);
        return tests.Exists(test => InWindow(donor.CollectedOn, test.SampledOn))
            ? null
            : new(
                "donor-test-out-of-window",
                $"공여자 검사 {marker}: 검체일이 채취일 전후 {WindowDays}일을 벗어났습니다.",
                $"Donor test {marker}: sampled more than {WindowDays} days from collection.",
                CellsRules.DonorTests);
    }

    public static bool InWindow(DateOnly collected, DateOnly sampled) => Math.Abs(sampled.DayNumber - collected.DayNumber) <= WindowDays;
}
