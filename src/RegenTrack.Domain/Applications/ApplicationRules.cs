using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Applications;

/// <summary>The articles that an application is held to.</summary>
public static class ApplicationRules
{
    private static readonly DateOnly Regime = new(2025, 2, 21);
    private static readonly DateOnly Notice = new(2025, 9, 17);
    private static readonly DateOnly Renumbered = new(2026, 5, 12);

    // The decree renumbered the article on 2026-05-12; forms of before still print the old number.
    public static readonly Rule PlanContents = new(
        "D11-3",
        new("치료계획에는 15개 항목이 모두 있어야 합니다.", "A treatment plan must have all fifteen items."),
        new Citation(new("시행령 제11조의2제1항", "Decree art. 11-2(1)"), Regime, Renumbered.AddDays(-1)),
        new Citation(new("시행령 제11조의3제1항", "Decree art. 11-3(1)"), Renumbered));

    public static readonly Rule PriorEvidence = Of("A12-2-2", "고위험 치료는 같은 기관에서, 중위험 치료는 같은 기관이나 다른 기관에서 같은 목적·내용의 임상연구를 마쳐야 합니다.",
        "High-risk treatment needs same-purpose research completed at the same institution, medium-risk at the same or another.", "법 제12조의2제2항", "Act art. 12-2(2)", Regime);

    public static readonly Rule Designated = Of("A10", "재생의료기관으로 지정받은 기관만 신청할 수 있습니다.", "Only a designated institution may apply.", "법 제10조", "Act art. 10", Regime);

    public static readonly Rule Intake = Of("NT5-1", "서류가 미비하면 기간을 정하여 보완을 요구하고, 갖추어지면 접수일을 알립니다.", "Incomplete papers are supplemented in a set term; the day of receipt is notified.", "치료계획 심의 규정 제5조제1항", "Treatment plan notice art. 5(1)", Notice);

    public static readonly Rule Return = Of("NT5-2", "정해진 사유가 있을 때만 반려합니다.", "An application is returned only on the stated grounds.", "치료계획 심의 규정 제5조제2항", "Treatment plan notice art. 5(2)", Notice);

    public static readonly Rule Review = Of("NT6-1", "접수된 치료계획은 전문위원회가 검토하여 보고합니다.", "The expert committee reviews a received plan and reports.", "치료계획 심의 규정 제6조제1항", "Treatment plan notice art. 6(1)", Notice);

    public static readonly Rule Supplement = Of("NT7", "심의 중 보완을 요구할 수 있고, 기간 연장은 두 번까지 요청할 수 있습니다.", "A supplement may be asked for during review; its term may be extended at most twice.", "치료계획 심의 규정 제7조", "Treatment plan notice art. 7", Notice);

    public static readonly Rule Majority = Of("A14-6", "재적위원 과반수의 출석과 출석위원 과반수의 찬성으로 의결하며, 이해관계가 있는 위원은 제척됩니다.", "A majority of members present, a majority of those present; members with an interest are excluded.", "법 제14조제6항, 제7조제4항부터 제6항까지", "Act art. 14(6), 7(4)-(6)", Regime);

    public static readonly Rule Criteria = Of("A14-3", "치료계획은 안전성, 유효성, 의학적 타당성, 필요성과 같은 목적의 실시 결과 등을 심의합니다.", "A plan is judged on safety, efficacy, medical validity, necessity and same-purpose results.", "법 제14조제3항", "Act art. 14(3)", Regime);

    public static readonly Rule Sameness = Of("NT4-1-13", "완료된 실시와 목적·내용이 같음을 증명해야 합니다.", "Sameness with the completed implementation must be proven.", "치료계획 심의 규정 제4조제1항제13호", "Treatment plan notice art. 4(1)13", Notice);

    // Not in the statute: the four-eyes rule is this service's own control.
    public static readonly Rule FourEyes = Of("RT-4EYES", "검토한 사람은 의결하지 않습니다(내부 통제).", "Whoever reviewed does not decide (internal control).", "내부 통제 기준", "Internal control", Regime);

    private static Rule Of(string id, string korean, string english, string article, string englishArticle, DateOnly from) =>
        new(id, new Bilingual(korean, english), new Citation(new Bilingual(article, englishArticle), from));
}
