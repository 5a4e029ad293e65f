using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.Domain.Treatments;

/// <summary>Refusals that several commands on a treatment case share.</summary>
public static class TreatmentRefusals
{
    public static readonly Refusal UnknownCase = new(
        "case-unknown", "그런 치료대상자 등록이 없습니다. 먼저 등록하세요.", "There is no such enrolment. Enrol the subject first.", null, "Case");

    public static Refusal Required(string field) => new("required", "필수 항목입니다.", "This is required.", null, field);

    /// <summary>Why the plan does not allow treatment on a day; null when it does.</summary>
    public static Refusal? NotInForce(PlanFacts plan, DateOnly day)
    {
        const string Code = "plan-not-in-force";
        return plan.Standing switch
        {
            PlanStanding.NotDecided => new Refusal(Code, "아직 심의 결과가 나오지 않은 치료계획입니다.", "The treatment plan has not been decided yet.", TreatmentRules.Review, "Plan"),
            PlanStanding.Unsuitable => new Refusal(Code, "부적합으로 의결된 치료계획입니다.", "The treatment plan was found unsuitable.", TreatmentRules.Review, "Plan"),
            PlanStanding.Suspended => new Refusal(Code, "중지된 치료계획입니다.", "The treatment plan is suspended.", TreatmentRules.Review, "Plan"),
            PlanStanding.Ended => new Refusal(Code, "종료된 치료계획입니다.", "The treatment plan has ended.", TreatmentRules.Review, "Plan"),
            _ when day < plan.From => new Refusal(Code, "치료계획의 실시기간이 아직 시작되지 않았습니다.", "The plan's period of provision has not begun.", TreatmentRules.Review, "Plan"),
            _ when day > plan.Until => new Refusal(Code, "치료계획의 유효기간이 끝났습니다. 다시 심의를 받아야 합니다.", "The plan's validity has ended. It must be reviewed again.", DeadlineCatalogue.Validity.Rule, "Plan"),
            _ => null,
        };
    }

    /// <summary>Why the exemption that the plan relies on does not allow treatment on a day; null when it does or none is needed.</summary>
    public static Refusal? ExemptionMissing(PlanFacts plan, DateOnly day) => plan.Grant switch
    {
        null => null,
        var grant when !grant.InForceOn(day) => new Refusal("exemption-not-in-force", "치료계획의 근거인 규제특례가 그날 유효하지 않습니다.", "The exemption that the plan relies on is not in force on that day.", TreatmentRules.ExemptionEnds, "Plan"),
        var grant when !grant.UsableOn(day) => new Refusal("exemption-not-started", "규제특례가 아직 시작되지 않았습니다. 책임보험과 시작일을 먼저 등록해야 합니다.", "The exemption has not started. Its insurance and start must be recorded first.", TreatmentRules.ExemptionEnds, "Plan"),
        var grant when !grant.CoversTreatmentAt(plan.Institution) => new Refusal("exemption-without-institution", "규제특례의 치료 사업자가 아닌 기관입니다.", "The institution is not a treatment operator of the exemption.", TreatmentRules.ExemptionEnds, "Plan"),
        _ => null,
    };
}
