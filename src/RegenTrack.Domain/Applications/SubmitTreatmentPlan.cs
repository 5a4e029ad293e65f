using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Products.Published;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Applications;

/// <summary>File a treatment plan (form 5-2).</summary>
public sealed record SubmitTreatmentPlan(PlanId Application, InstitutionId Institution, TreatmentPlan Plan) : IShaped
{
    /// <summary>The field name that a refusal about an item carries, e.g. <c>Plan.Answers.6</c>.</summary>
    public static string Item(string linkId) => $"Plan.Answers.{linkId}";

    public IEnumerable<Refusal> Shape()
    {
        foreach ((string field, string text) in new[] { ("Plan.Title", Plan.Title), ("Plan.Purpose", Plan.Purpose), ("Plan.Investigator", Plan.Investigator), ("Plan.Product.Name", Plan.Product.Name) })
        {
            if (string.IsNullOrWhiteSpace(text))
                yield return ApplicationRefusals.Required(field);
        }

        if (Plan.ExpectedSubjects < 1)
            yield return new Refusal("subjects-below-one", "예상 대상자 수는 1명 이상이어야 합니다.", "The expected number of subjects must be at least 1.", ApplicationRules.PlanContents, "Plan.ExpectedSubjects");
        if (Plan.Answers.DistinctBy(answer => answer.LinkId).Count() < Plan.Answers.Count)
            yield return new Refusal("plan-item-twice", "같은 항목이 두 번 들어 있습니다.", "An item is answered twice.", ApplicationRules.PlanContents, "Plan.Answers");
        foreach (Refusal refusal in Unnamed().Concat(Personal()))
            yield return refusal;
    }

    public static Outcome<ApplicationEvent> Decide(TreatmentApplication state, SubmitTreatmentPlan command, SubmissionFacts facts, Circumstances at)
    {
        TreatmentPlan plan = command.Plan;
        if (state.Exists)
        {
            return state.Institution == command.Institution && state.Submitted!.SameAs(plan)
                ? Outcome<ApplicationEvent>.Accept()
                : new Refusal("application-already-submitted", "이 번호로 다른 신청이 이미 제출되었습니다.", "Another application was already filed under this id.", null, nameof(Application));
        }

        RiskAssessment risk = RiskClassification.Of(plan.Product.Components, at.Today, facts.Downgrades);
        EvidenceGateResult gate = EvidenceGate.Check(risk.Class, command.Institution, plan.Evidence, facts.Trial, facts.Grant, at.Today);
        List<Refusal> refusals = [.. Standing(command, facts, at), .. Completeness(plan), .. Period(plan, at), .. Gate(gate)];
        return refusals.Count > 0
            ? Outcome<ApplicationEvent>.Refuse(refusals)
            : new TreatmentPlanSubmitted(command.Application, command.Institution, plan, risk, gate, at.Today);
    }

    private static IEnumerable<Refusal> Standing(SubmitTreatmentPlan command, SubmissionFacts facts, Circumstances at)
    {
        if (at.By.Role == Role.HospitalSystem && at.By.Institution != command.Institution.Value)
            yield return new Refusal("institution-not-yours", "다른 기관의 이름으로 신청할 수 없습니다.", "You cannot apply for another institution.", ApplicationRules.Designated, nameof(Institution));
        if (!facts.Designation.IsDesignated)
            yield return new Refusal("institution-not-designated", "재생의료기관으로 지정되지 않은 기관입니다.", "This institution is not designated.", ApplicationRules.Designated, nameof(Institution));
    }

    private static IEnumerable<Refusal> Completeness(TreatmentPlan plan)
    {
        foreach (PlanItem item in PlanItem.All.Where(item => plan.Answer(item.LinkId) is null or { IsEmpty: true }))
            yield return new Refusal("plan-item-missing", $"{item.LinkId}번 항목 '{item.Title.Korean}'이(가) 없습니다.", $"Item {item.LinkId}, '{item.Title.English}', is missing.", ApplicationRules.PlanContents, Item(item.LinkId));
        if (plan.Product.Components.Count == 0)
            yield return new Refusal("product-without-components", "치료에 쓰는 세포 등 구성요소를 적으세요.", "Describe the cells or other parts that are administered.", ApplicationRules.PlanContents, "Plan.Product.Components");
    }

    private static IEnumerable<Refusal> Period(TreatmentPlan plan, Circumstances at)
    {
        if (plan.Until < plan.From)
            yield return new Refusal("period-ends-before-it-begins", "제공기간의 끝이 시작보다 빠릅니다.", "The provision period ends before it begins.", ApplicationRules.PlanContents, "Plan.Until");
        else if (plan.Until < at.Today)
            yield return new Refusal("period-over", "제공기간이 이미 지났습니다.", "The provision period is already over.", ApplicationRules.PlanContents, "Plan.Until");
        if (plan.Until >= Law.LegalCalendar.YearsOn(plan.From, 5))
            yield return new Refusal("period-over-five-years", "제공기간은 5년을 넘을 수 없습니다.", "The provision period cannot exceed five years.", Law.DeadlineCatalogue.Validity.Rule, "Plan.Until");
    }

    private static IEnumerable<Refusal> Gate(EvidenceGateResult gate)
    {
        if (gate.Outcome == GateOutcome.Block)
            yield return new Refusal(gate.Code, gate.Finding, ApplicationRules.PriorEvidence, "Plan.Evidence");
    }

    private IEnumerable<Refusal> Unnamed() =>
        from answer in Plan.Answers
        where PlanItem.Find(answer.LinkId) is null
        select new Refusal("plan-item-unknown", $"'{answer.LinkId}'은(는) 치료계획의 항목이 아닙니다.", $"'{answer.LinkId}' is no item of a treatment plan.", ApplicationRules.PlanContents, Item(answer.LinkId));

    private IEnumerable<Refusal> Personal() => ApplicationRefusals.Personal(
        [("Plan.Title", Plan.Title), ("Plan.Purpose", Plan.Purpose), ("Plan.Product.Name", Plan.Product.Name), .. Plan.Answers.Select(answer => (Item(answer.LinkId), (string?)answer.Text))]);
}

/// <summary>What filing needs to know of other contexts.</summary>
/// <param name="Trial">Null when the plan claims none.</param>
/// <param name="Grant">Null when the plan claims none.</param>
public sealed record SubmissionFacts(DesignationFacts Designation, TrialFacts? Trial, GrantFacts? Grant, DowngradeTable Downgrades);
