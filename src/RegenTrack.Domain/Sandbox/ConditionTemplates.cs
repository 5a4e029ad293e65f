namespace RegenTrack.Domain.Sandbox;

/// <summary>Conditions to pick from when a grant is recorded. No public source names those of exemptions (a) and (b): these are suggestions, not law.</summary>
public static class ConditionTemplates
{
    public static readonly IReadOnlyList<GrantCondition> All =
    [
        new("evidence-level", new("2상 이상 임상시험 완료 및 1차 평가변수 충족", "Phase 2 or later completed, primary endpoint met")),
        new("comparability", new("심의위원회가 동등성을 인정", "Comparability accepted by the committee")),
        new("patient-cap", new("기관·기간별 대상자 수 제한", "Patient cap per institution and period"), "subjects"),
        new("registry", new("모든 대상자 등록 및 장기추적", "Every patient registered, with long-term follow-up"), "subjects"),
        new("serious-event-report", new("중대한 이상반응의 관계 부처 보고", "Serious adverse events reported to the ministries"), "hours"),
        new("safety-board", new("자료안전성모니터링위원회 운영", "Data safety monitoring board")),
        new("halt-rule", new("관련 사망 발생 시 중지 기준", "Halting rule on related deaths"), "deaths"),
        new("price-ceiling", new("실비 한도의 비용 상한", "Price ceiling at cost"), "KRW"),
        new("no-advertising", new("광고 금지", "No advertising")),
        new("source-list", new("정해진 국가·채취기관의 세포만 수입", "Cells from listed source sites and countries only")),
        new("donor-tests", new("공여자 검사 충족", "Donor tests passed")),
        new("quarantine-release", new("격리 보관 후 판정을 거친 출고", "Release from quarantine after inspection")),
        new("lot-trace", new("로트에서 대상자까지 추적", "Trace from lot to patient")),
        new("periodic-report", new("분기별 보고", "Quarterly report"), Frequency: "quarterly"),
    ];
}
