using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Applications;

/// <summary>The assigned expert fills the matrix, in one go or row by row: what is sent replaces what was there.</summary>
/// <param name="Overall">Null while rows are still open.</param>
public sealed record AssessComparability(PlanId Application, IReadOnlyList<ComparabilityRow> Rows, Sameness? Overall) : IShaped
{
    public static string Row(string dimension) => $"Rows.{dimension}";

    public IEnumerable<Refusal> Shape()
    {
        foreach (ComparabilityRow row in Rows)
        {
            if (ComparabilityDimension.Find(row.Dimension) is null)
                yield return new Refusal("dimension-unknown", $"'{row.Dimension}'은(는) 비교 항목이 아닙니다.", $"'{row.Dimension}' is no dimension of the matrix.", ApplicationRules.Sameness, Row(row.Dimension));
            if (row.Verdict != ComparabilityVerdict.NotAssessed && string.IsNullOrWhiteSpace(row.Rationale))
                yield return new Refusal("rationale-required", "판단 근거를 적으세요.", "Give the rationale of this verdict.", ApplicationRules.Sameness, Row(row.Dimension));
            if (row is { Verdict: ComparabilityVerdict.ComparableWithData, Pointer: null })
                yield return new Refusal("pointer-required", "차이를 메우는 자료를 지정하세요.", "Point to the document with the bridging data.", ApplicationRules.Sameness, Row(row.Dimension));
        }

        if (Rows.DistinctBy(row => row.Dimension).Count() < Rows.Count)
            yield return new Refusal("dimension-twice", "같은 비교 항목이 두 번 들어 있습니다.", "A dimension is judged twice.", ApplicationRules.Sameness, nameof(Rows));
        foreach (Refusal refusal in ApplicationRefusals.Personal(Rows.Select(row => (Row(row.Dimension), (string?)row.Rationale))))
            yield return refusal;
    }

    public static Outcome<ApplicationEvent> Decide(TreatmentApplication state, AssessComparability command, Circumstances at)
    {
        var matrix = new ComparabilityMatrix(command.Rows, command.Overall, at.By.Id, at.Today);
        if (state.Matrix is not null && state.Matrix.SameAs(matrix))
            return Outcome<ApplicationEvent>.Accept();
        if (state.Stage != Stage.ExpertReview)
            return ApplicationRefusals.WrongStage(state, ApplicationRules.Review);
        if (state.Expert?.Value != at.By.Id)
            return NotAssigned;
        if (!state.ReliesOnTrial)
            return new Refusal("nothing-to-compare", "임상시험에 근거하지 않은 신청입니다.", "This application does not rely on a trial.", ApplicationRules.Sameness);
        if (command.Overall is Sameness.Accepted or Sameness.NotAccepted && !matrix.IsFinished)
            return new Refusal("rows-not-assessed", "모든 항목을 판단한 뒤 종합 판단을 하세요.", "Judge every dimension before the whole.", ApplicationRules.Sameness, nameof(Overall));
        if (command.Overall == Sameness.Accepted && command.Rows.Any(row => row.Verdict == ComparabilityVerdict.NotComparable))
            return new Refusal("overall-contradicts-rows", "비교할 수 없는 항목이 있어 동일하다고 인정할 수 없습니다.", "A dimension is not comparable, so sameness cannot be accepted.", ApplicationRules.Sameness, nameof(Overall));
        return new ComparabilityAssessed(command.Application, matrix);
    }

    internal static readonly Refusal NotAssigned = new(
        "not-the-assigned-expert", "이 신청에 배정된 전문위원만 할 수 있습니다.", "Only the expert assigned to this application may do this.", ApplicationRules.Review);
}
