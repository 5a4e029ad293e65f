using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Applications;

/// <summary>The expert's matrix: is the trial's product the treatment's product?</summary>
/// <param name="Overall">Null while the expert is still at it.</param>
public sealed record ComparabilityMatrix(IReadOnlyList<ComparabilityRow> Rows, Sameness? Overall, string AssessedBy, DateOnly AssessedOn)
{
    public ComparabilityRow? Row(string dimension) => Rows.FirstOrDefault(row => row.Dimension == dimension);

    /// <summary>Every dimension has a verdict and the whole has one that lets the committee decide.</summary>
    public bool IsFinished =>
        Overall is Sameness.Accepted or Sameness.NotAccepted
        && ComparabilityDimension.All.All(dimension => Row(dimension.Key) is { Verdict: not ComparabilityVerdict.NotAssessed });

    public bool SameAs(ComparabilityMatrix other) =>
        this with { Rows = other.Rows, AssessedOn = other.AssessedOn } == other && Rows.SequenceEqual(other.Rows);
}

/// <summary>One dimension judged.</summary>
/// <param name="Pointer">The document that bears it out; required when data bridge a difference.</param>
public sealed record ComparabilityRow(string Dimension, ComparabilityVerdict Verdict, string Rationale, DocumentPointer? Pointer = null);

public enum ComparabilityVerdict
{
    NotAssessed,
    Same,
    ComparableWithData,
    NotComparable,
}

/// <summary>동일 목적·내용: 인정, 불인정 or 보완.</summary>
public enum Sameness
{
    Accepted,
    NotAccepted,
    NeedsData,
}

/// <summary>A line of the matrix: what "same" means, and which differences need bridging data.</summary>
public sealed record ComparabilityDimension(string Key, Bilingual Title, Bilingual Same, Bilingual NeedsData)
{
    public static readonly IReadOnlyList<ComparabilityDimension> All =
    [
        new("intended-use", new("사용 목적", "Intended use"), new("적응증 문구, 병기, 치료 차수가 같음", "Same indication wording, stage and line"), new("더 넓은 대상, 소아, 병용", "Wider population, children, combination")),
        new("patient", new("대상자", "Patient"), new("선정·제외 기준이 포함됨", "Criteria are covered"), new("제외되던 동반질환을 허용", "A comorbidity once excluded is admitted")),
        new("donor-source", new("공여자와 출처", "Donor and source"), new("자가/동종, 조직, 공여자 기준, 국가가 같음", "Same donor type, tissue, criteria, country"), new("출처 기관·국가 변경", "Change of source site or country")),
        new("process", new("공정", "Process"), new("채취, 배양, 시약, 계대, 벡터, 규모, 시설이 같음", "Same collection, culture, reagents, passages, vector, scale, site"), new("새 시설, 배지, 계대 범위, 동결보호제", "New facility, medium, passage range, cryoprotectant")),
        new("formulation", new("제형과 용기", "Formulation and container"), new("농도, 첨가제, DMSO, 신선/동결이 같음", "Same concentration, excipients, DMSO, fresh or frozen"), new("신선에서 동결로", "Fresh to frozen")),
        new("specifications", new("규격", "Specifications"), new("확인, 순도, 역가, 생존율, 무균, 방법이 같음", "Same identity, purity, potency, viability, sterility, methods"), new("느슨한 기준, 시험법 변경", "Looser limit, changed method")),
        new("potency", new("역가", "Potency"), new("작용기전 연관 시험, 임상 로트와의 추세", "Mechanism-linked assay, trend against clinical lots"), new("상관관계 없음", "No correlation")),
        new("stability", new("안정성과 운송", "Stability and transport"), new("검증된 기간과 일탈 범위 안", "Within the validated window and excursions"), new("더 길거나 더 따뜻한 경로", "Longer or warmer path")),
        new("dose", new("용량·경로·일정", "Dose, route, schedule"), new("같음", "Equal"), new("더 높은 용량, 새 경로", "Higher dose, new route")),
        new("risk-class", new("위험도", "Risk class"), new("위험도가 같음", "Equal class"), new("위험도 상승", "Class up")),
        new("evidence", new("근거의 강도", "Strength of evidence"), new("상, 대상자 수, 1차 평가변수, 대조, 추적기간이 충분", "Phase, n, primary endpoint, control, follow-up suffice"), new("단일군, 짧은 추적", "Single arm, immature follow-up")),
    ];

    public static ComparabilityDimension? Find(string key) => All.FirstOrDefault(dimension => dimension.Key == key);
}
