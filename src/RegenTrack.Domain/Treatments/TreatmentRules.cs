using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Treatments;

/// <summary>Rules that enrolment and administration are held to.</summary>
public static class TreatmentRules
{
    private static readonly DateOnly ActInForce = new(2025, 2, 21);

    public static readonly Rule Review = new(
        "A12-2",
        new("치료계획은 심의위원회의 적합 의결을 받은 내용대로 실시해야 합니다.", "Treatment follows the plan as the Committee found it suitable."),
        new Citation(new("첨단재생바이오법 제12조의2", "Advanced Regenerative Medicine Act Art. 12-2"), ActInForce));

    public static readonly Rule Consent = new(
        "A11-2",
        new("치료 전에 법정 사항을 설명하고 서면동의를 받아야 합니다.", "The statutory items are explained and consented to in writing before treatment."),
        new Citation(new("첨단재생바이오법 제11조의2, 시행규칙 제8조의2", "Advanced Regenerative Medicine Act Art. 11-2, Rule Art. 8-2"), ActInForce));

    public static readonly Rule Selection = new(
        "A2-6",
        new("중대·희귀·난치질환자로서 계획의 선정기준을 충족해야 합니다.", "The person has a serious, rare or intractable disease and meets the plan's selection criteria."),
        new Citation(new("첨단재생바이오법 제2조제6호", "Advanced Regenerative Medicine Act Art. 2(6)"), ActInForce));

    public static readonly Rule CellsOnReceipt = new(
        "NT3-1",
        new("승인된 계획에 따라 처리되어 공급 가능한 세포인지 사용 전에 확인해야 합니다.", "Before use it is confirmed that the cells were processed as planned and may be supplied."),
        new Citation(new("첨단재생의료 치료계획 작성·제출 및 심의 등에 관한 규정 제3조제1호", "Treatment Plan Notice Art. 3(1)"), new(2025, 9, 17)));

    public static readonly Rule ImportRoute = new(
        "A15-1",
        new("치료에 쓰는 세포는 세포처리시설이 공급하며, 세포처리업무에는 수입이 없습니다. 수입한 원료세포는 이를 허용하는 규제특례가 있어야 쓸 수 있습니다.", "Cells for treatment come from a processing facility, whose business does not include import. Imported raw cells are used only under an exemption that allows it."),
        new Citation(new("첨단재생바이오법 제10조제3항, 제15조제1항", "Advanced Regenerative Medicine Act Art. 10(3) and 15(1)"), ActInForce));

    public static readonly Rule Retention = new(
        "R5-3",
        new("첨단재생의료의 기초자료는 최종 보고부터 10년간 보존해야 합니다.", "The raw data of regenerative medicine are kept for ten years from the final report."),
        new Citation(new("첨단재생바이오법 시행규칙 제5조제3항", "Advanced Regenerative Medicine Rule Art. 5(3)"), ActInForce));

    public static readonly Rule ImportScope = new(
        "SB-05",
        new("원료세포는 규제특례가 정한 사업자와 범위(연구·치료)에서만 쓸 수 있습니다.", "Imported raw cells are used only by the operators, and for the scope (research, treatment), that the exemption names."),
        new Citation(new("산업융합 촉진법 제10조의3제6항·제7항", "Industrial Convergence Promotion Act Art. 10-3(6)-(7)"), new(2026, 6, 3)));

    public static readonly Rule ImportConditions = new(
        "SB-05",
        new("원료세포는 수입 규제특례의 부가조건과 대상자 상한을 지켜 씁니다.", "Imported raw cells are used within the conditions and the patient cap of their exemption."),
        new Citation(new("산업융합 촉진법 제10조의3제6항·제7항", "Industrial Convergence Promotion Act Art. 10-3(6)-(7)"), new(2026, 6, 3)));

    public static readonly Rule ExemptionEnds = new(
        "SB-14",
        new("규제특례가 끝나면 그에 따른 제공을 중단해야 합니다.", "When an exemption ends, provision under it stops."),
        new Citation(new("산업융합 촉진법 제10조의4제7항부터 제9항까지", "Industrial Convergence Promotion Act Art. 10-4(7)-(9)"), new(2026, 6, 3)));
}
