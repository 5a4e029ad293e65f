using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Treatments.Published;

namespace RegenTrack.Domain.Treatments;

/// <summary>Enrol a consenting, eligible subject in a plan in force.</summary>
/// <param name="Ground">Which of the three disease grounds applies.</param>
/// <param name="SelectionCriteriaMet">Whether the plan's own selection criteria were checked and met.</param>
public sealed record EnrolSubject(
    TreatmentCaseId Case,
    SubjectRef Subject,
    InstitutionId Institution,
    PlanId Plan,
    EligibilityGround Ground,
    bool SelectionCriteriaMet,
    Consent? Consent,
    DateOnly EnrolledOn) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Subject.Value))
            yield return TreatmentRefusals.Required(nameof(Subject));
        if (string.IsNullOrWhiteSpace(Plan.Value))
            yield return TreatmentRefusals.Required(nameof(Plan));
        if (Consent is not null && string.IsNullOrWhiteSpace(Consent.FormVersion))
            yield return new Refusal("required", "동의서의 판을 적으세요.", "State the version of the consent form.", TreatmentRules.Consent, nameof(Consent));
    }

    public static Outcome<TreatmentEvent> Decide(TreatmentCase state, EnrolSubject command, EnrolmentFacts facts, Circumstances at)
    {
        if (state.Exists)
            return Same(state, command) ? Outcome<TreatmentEvent>.Accept() : AlreadyEnrolled;
        if (!facts.Plan.Exists || facts.Plan.Institution != command.Institution || !OwnInstitution(command, at.By))
            return UnknownPlan;
        List<Refusal> refusals = [.. Reasons(command, facts, at)];
        return refusals.Count > 0
            ? Outcome<TreatmentEvent>.Refuse(refusals)
            : new SubjectEnrolled(
                command.Case, command.Subject, command.Institution, command.Plan, facts.Plan.Version,
                facts.Plan.Grant?.Grant, command.Ground, command.Consent!, command.EnrolledOn,
                DeadlineCatalogue.TreatmentRecord.From(command.EnrolledOn, at.Holidays));
    }

    private static IEnumerable<Refusal> Reasons(EnrolSubject command, EnrolmentFacts facts, Circumstances at)
    {
        if (command.EnrolledOn > at.Today)
            yield return new Refusal("enrolled-in-the-future", "등록일은 오늘보다 늦을 수 없습니다.", "The enrolment cannot be in the future.", null, nameof(EnrolledOn));
        if (TreatmentRefusals.NotInForce(facts.Plan, command.EnrolledOn) is { } notInForce)
            yield return notInForce;
        else if (TreatmentRefusals.ExemptionMissing(facts.Plan, command.EnrolledOn) is { } noExemption)
            yield return noExemption;
        if (!command.SelectionCriteriaMet)
            yield return new Refusal("selection-criteria-not-met", "계획의 선정기준을 충족하지 않습니다.", "The plan's selection criteria are not met.", TreatmentRules.Selection, nameof(SelectionCriteriaMet));
        foreach (var refusal in ConsentFaults(command))
            yield return refusal;
        if (facts.Plan.Subjects is { } cap && facts.EnrolledInPlan >= cap)
            yield return new Refusal("plan-full", "계획의 예상 대상자 수를 모두 등록했습니다. 인원을 늘리려면 변경보고가 필요합니다.", "The plan's number of subjects is reached. More need a reported change.", TreatmentRules.Review, nameof(Plan));
        if (facts.Plan.Grant?.PatientCap is { } grantCap && facts.EnrolledUnderGrant >= grantCap)
            yield return new Refusal("exemption-full", "규제특례의 대상자 상한에 이르렀습니다.", "The exemption's patient cap is reached.", TreatmentRules.ImportScope, nameof(Plan));
    }

    private static IEnumerable<Refusal> ConsentFaults(EnrolSubject command)
    {
        if (command.Consent is not { } consent)
        {
            yield return new Refusal("consent-missing", "서면동의가 없습니다.", "There is no written consent.", TreatmentRules.Consent, nameof(Consent));
            yield break;
        }

        if (consent.SignedOn > command.EnrolledOn)
            yield return new Refusal("consent-after-enrolment", "동의일이 등록일보다 늦습니다.", "The consent was signed after the enrolment.", TreatmentRules.Consent, nameof(Consent));
        ConsentItem[] missing = [.. consent.Missing()];
        if (missing.Length > 0)
        {
            var names = string.Join(", ", missing);
            yield return new Refusal("consent-item-missing", $"동의서에 빠진 설명 항목: {names}", $"The consent leaves out: {names}", TreatmentRules.Consent, nameof(Consent));
        }
    }

    private static readonly Refusal UnknownPlan = new(
        "plan-unknown", "그런 치료계획이 없습니다.", "There is no such treatment plan.", TreatmentRules.Review, nameof(Plan));

    private static readonly Refusal AlreadyEnrolled = new(
        "case-already-enrolled", "이미 다른 내용으로 등록된 치료대상자입니다.", "This case is already enrolled with other content.", null, nameof(Case));

    private static bool OwnInstitution(EnrolSubject command, Actor by) =>
        by.Role != Role.HospitalSystem || by.Institution == command.Institution.Value;

    private static bool Same(TreatmentCase state, EnrolSubject asked) =>
        state.Subject == asked.Subject && state.Institution == asked.Institution && state.Plan == asked.Plan
        && state.Ground == asked.Ground && state.EnrolledOn == asked.EnrolledOn && state.Consent!.SameAs(asked.Consent);
}

/// <summary>What enrolment looks up: the plan, and how many are enrolled in it and under its exemption already.</summary>
public sealed record EnrolmentFacts(PlanFacts Plan, int EnrolledInPlan, int EnrolledUnderGrant);
