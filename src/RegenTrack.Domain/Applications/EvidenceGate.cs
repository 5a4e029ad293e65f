using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Products.Published;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Applications;

/// <summary>Prior evidence that a treatment needs (A12-2②), and what the exemption puts in its place (law page 4.2).</summary>
public static class EvidenceGate
{
    /// <param name="trial">Facts of the claimed trial; null when none is claimed.</param>
    /// <param name="grant">Facts of the claimed exemption; null when none is claimed.</param>
    public static EvidenceGateResult Check(
        RiskClass risk, InstitutionId applicant, EvidenceClaim claim, TrialFacts? trial, GrantFacts? grant, DateOnly on) => claim.Kind switch
        {
            EvidenceKind.CommercialTrial => ByTrial(risk, applicant, trial, grant, on),
            EvidenceKind.CompletedResearch => ByResearch(risk, applicant, claim),
            _ => risk == RiskClass.Low
                ? Pass("none-required", "저위험 치료에는 선행 실시가 필요하지 않습니다.", "Low-risk treatment needs no prior evidence.")
                : Block("evidence-required", "중·고위험 치료에는 같은 목적의 완료된 실시가 필요합니다.", "Medium- and high-risk treatment needs a completed same-purpose implementation."),
        };

    private static EvidenceGateResult ByResearch(RiskClass risk, InstitutionId applicant, EvidenceClaim claim)
    {
        if (claim.ResearchAt is not { } at || string.IsNullOrWhiteSpace(claim.FinalResult))
            return Block("research-not-identified", "완료된 임상연구의 기관과 최종결과 번호를 적으세요.", "Name the institution and the final result number of the completed research.");
        if (risk == RiskClass.High && at != applicant)
            return Block("same-institution-research-required", "고위험 치료는 신청 기관에서 완료한 임상연구가 필요합니다.", "High-risk treatment needs research completed at the applying institution.");
        return Pass("research-completed", "같은 목적의 임상연구가 완료되었습니다.", "Same-purpose research has been completed.");
    }

    private static EvidenceGateResult ByTrial(RiskClass risk, InstitutionId applicant, TrialFacts? trial, GrantFacts? grant, DateOnly on)
    {
        if (trial is not { IsRegistered: true })
            return Block("trial-unknown", "그런 임상시험이 등록되어 있지 않습니다.", "No such trial is recorded.");
        if (risk == RiskClass.Low)
            return Pass("none-required", "저위험 치료에는 선행 실시가 필요하지 않습니다.", "Low-risk treatment needs no prior evidence.");
        if (grant is not { Exists: true, Kind: ExemptionKind.TrialForResearch } || !grant.CoversTreatmentAt(applicant))
            return Block("trial-without-exemption", "이 기관에 임상시험을 임상연구로 갈음하는 규제특례가 없습니다.", "No exemption lets a trial stand in for research at this institution.");
        if (!grant.InForceOn(on))
            return Block("exemption-not-in-force", "규제특례의 유효기간이 아닙니다.", "The exemption is not in force.");
        if (!grant.ConditionSetMet)
            return Block("exemption-conditions-unmet", "규제특례의 부가조건이 모두 충족되지 않았습니다.", "Not every condition of the exemption is met.");
        return OfExemptedTrial(risk, applicant, trial, grant);
    }

    private static EvidenceGateResult OfExemptedTrial(RiskClass risk, InstitutionId applicant, TrialFacts trial, GrantFacts grant)
    {
        if (!trial.IsLicensingTrial)
            return Block("trial-not-for-licensing", "품목허가를 위한 임상시험이 아닙니다.", "It is not a trial for licensing.");
        if (!trial.IsCompletedForGating)
            return Block("trial-not-completed", "임상시험이 완료되지 않았습니다.", "The trial is not completed.");
        if (!trial.HasResults)
            return Block("trial-results-missing", "유효한 임상시험 결과가 없습니다.", "No results of the trial stand.");
        if (risk == RiskClass.High && grant.SiteIdentityRequired && !trial.SiteInstitutions.Contains(applicant))
            return Block("trial-site-not-applicant", "규제특례는 신청 기관이 임상시험 실시기관일 것을 요구합니다.", "The exemption requires that the trial ran at the applying institution.");
        return new EvidenceGateResult(GateOutcome.PassByExemption, "trial-by-exemption",
            new("규제특례에 따라 완료된 임상시험이 임상연구를 갈음합니다.", "By the exemption, the completed trial stands in for research."));
    }

    private static EvidenceGateResult Pass(string code, string korean, string english) => new(GateOutcome.Pass, code, new(korean, english));

    private static EvidenceGateResult Block(string code, string korean, string english) => new(GateOutcome.Block, code, new(korean, english));
}
