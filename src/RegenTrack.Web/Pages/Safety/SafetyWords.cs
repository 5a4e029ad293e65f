using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Safety;

namespace RegenTrack.Web.Pages.Safety;

/// <summary>How adverse events are spoken of on screen.</summary>
public static class SafetyWords
{
    public static Bilingual Name(this SeriousnessCriterion criterion) => criterion switch
    {
        SeriousnessCriterion.DeathOrLifeThreatening => new("가. 사망 또는 생명 위협", "a. Death or threat to life"),
        SeriousnessCriterion.PermanentOrSignificantDisability => new("나. 영구적·중대한 장애", "b. Permanent or significant disability"),
        SeriousnessCriterion.FoetalAnomaly => new("다. 태아 이상", "c. Foetal anomaly"),
        SeriousnessCriterion.Hospitalisation => new("라. 입원 또는 입원 연장", "d. Hospitalisation or its prolongation"),
        _ => new("마. 그 밖에 의학적으로 중요", "e. Otherwise medically important"),
    };

    public static Bilingual Name(this Causality causality) => causality switch
    {
        Causality.Certain => new("확실함", "Certain"),
        Causality.Probable => new("상당히 확실함", "Probable"),
        Causality.Possible => new("가능함", "Possible"),
        Causality.Unlikely => new("가능성 적음", "Unlikely"),
        Causality.Conditional => new("평가 곤란", "Conditional"),
        Causality.Unassessable => new("평가 불가", "Unassessable"),
        _ => new("해당 없음", "Not applicable"),
    };

    public static Bilingual Name(this EventOutcome outcome) => outcome switch
    {
        EventOutcome.Recovered => new("회복", "Recovered"),
        EventOutcome.Recovering => new("회복 중", "Recovering"),
        EventOutcome.NotRecovered => new("회복되지 않음", "Not recovered"),
        EventOutcome.RecoveredWithSequelae => new("후유증 동반 회복", "Recovered with sequelae"),
        EventOutcome.Fatal => new("사망", "Fatal"),
        _ => new("알 수 없음", "Unknown"),
    };

    public static Bilingual Title(SafetyEvent e) => e switch
    {
        AdverseEventReported => new("최초 보고", "First report"),
        AdverseEventFollowedUp { SeriousKnownAt: not null } follow => new($"추가 보고 {follow.Number}: 중대한 이상반응으로 바뀜", $"Follow-up {follow.Number}: turned out serious"),
        AdverseEventFollowedUp follow => new($"추가 보고 {follow.Number}", $"Follow-up {follow.Number}"),
        AdverseEventClosed => new("종결", "Closed"),
        _ => new("변경", "Change"),
    };

    public static string? Detail(SafetyEvent e) => e switch
    {
        AdverseEventReported { LateReason: { } late } => late,
        AdverseEventFollowedUp { LateReason: { } late } follow => $"{follow.Note} · {late}",
        AdverseEventFollowedUp follow => follow.Note,
        AdverseEventClosed closed => closed.Reason,
        _ => null,
    };
}
