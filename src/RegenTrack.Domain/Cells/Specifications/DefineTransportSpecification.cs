using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Specifications;

/// <summary>Fix the transport limits of one product version. Other limits are another version.</summary>
public sealed record DefineTransportSpecification(TransportSpecification Specification) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Specification.Product)) yield return CellsRefusals.Required(nameof(TransportSpecification.Product));
        if (Specification.Version < 1)
            yield return new("version-below-one", "판 번호는 1부터입니다.", "Versions start at 1.", field: nameof(TransportSpecification.Version));
        if (Specification.Thresholds.Count == 0) yield return CellsRefusals.Required(nameof(TransportSpecification.Thresholds));
        if (Specification.LongestGapMinutes < 0 || Specification.Thresholds.Any(t => t.LongestMinutes < 0 || t.CumulativeMinutes < t.LongestMinutes))
            yield return new(
                "allowance-not-possible", "허용 시간은 0분 이상이고, 누적 허용이 1회 허용보다 짧을 수 없습니다.", "Allowances are 0 minutes or more, and the cumulative one is not below the single one.", field: nameof(TransportSpecification.Thresholds));
        if (Specification.Thresholds.Any(t => t.Outcome is not (ExcursionOutcome.Major or ExcursionOutcome.Critical)))
            yield return new(
                "threshold-outcome-missing", "허용 초과의 결과는 보류(Major) 또는 부적합(Critical)이어야 합니다.", "Exceeding an allowance must mean hold (major) or reject (critical).", field: nameof(TransportSpecification.Thresholds));
    }

    public static Outcome<TransportSpecificationEvent> Decide(TransportSpecificationState state, DefineTransportSpecification command, Circumstances at)
    {
        if (state.Defined is not { } defined) return new TransportSpecificationDefined(command.Specification);
        var asked = command.Specification;
        var same = asked with { Thresholds = defined.Thresholds } == defined && defined.Thresholds.SequenceEqual(asked.Thresholds);
        return same ? Outcome<TransportSpecificationEvent>.Accept() : new Refusal(
            "specification-version-fixed", "이미 정해진 판입니다. 한도를 바꾸려면 다음 판을 만드세요.", "This version is fixed. To change limits, define the next version.", CellsRules.Transport, nameof(TransportSpecification.Version));
    }
}
