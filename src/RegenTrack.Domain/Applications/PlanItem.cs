using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Applications;

/// <summary>One of the fifteen items of a treatment plan; <paramref name="LinkId"/> is its number in the decree.</summary>
public sealed record PlanItem(string LinkId, Bilingual Title)
{
    /// <summary>The item whose answer names people: its text is kept in the identity vault, never in an event.</summary>
    public const string Doctors = "5";

    public static readonly IReadOnlyList<PlanItem> All =
    [
        new("1", new("치료의 목적과 제공기간", "Purpose and provision period")),
        new("2", new("위험도 자체평가와 필요성·안전성·유효성 근거", "Self-assessed risk class and evidence of necessity, safety and efficacy")),
        new("3", new("세포의 종류, 채취·검사·처리·보관", "Cells: type, collection, testing, processing and storage")),
        new("4", new("치료의 방법, 경로, 주기", "Method, route and cycle")),
        new(Doctors, new("치료를 담당하는 의사의 성명과 자격", "Treating doctors and their qualifications")),
        new("6", new("동의서", "Consent form")),
        new("7", new("대상자 선정기준과 예상 인원", "Selection criteria and expected number")),
        new("8", new("이상반응과 안전대책", "Adverse events and safety plan")),
        new("9", new("치료 후 관찰", "Observation after treatment")),
        new("10", new("보상 규약(중단에 따른 손실 포함)", "Compensation rules, with loss from discontinuation")),
        new("11", new("개인정보 보호", "Privacy")),
        new("12", new("단계별 비용과 산정 근거", "Cost of each stage and its basis")),
        new("13", new("자료의 기록과 보존", "Recording and keeping of data")),
        new("14", new("기관의 자체 관리계획", "Self-management plan of the institution")),
        new("15", new("동일 목적 실시의 현황·결과·자료", "Status, results and data of completed same-purpose implementation")),
    ];

    public static PlanItem? Find(string linkId) => All.FirstOrDefault(item => item.LinkId == linkId);
}
