using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Products.Published;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Trials.Published;
using static RegenTrack.Domain.Tests.Applications.ApplicationScenario;

namespace RegenTrack.Domain.Tests.Applications;

public sealed class EvidenceGateTests
{
    private static readonly InstitutionId Elsewhere = new("inst-saebyeok");

    [Theory]
    [InlineData(RiskClass.High, true, GateOutcome.Block, "same-institution-research-required")]
    [InlineData(RiskClass.High, false, GateOutcome.Pass, "research-completed")]
    [InlineData(RiskClass.Medium, true, GateOutcome.Pass, "research-completed")]
    [InlineData(RiskClass.Low, true, GateOutcome.Pass, "research-completed")]
    public void research_elsewhere_serves_medium_but_not_high_risk(RiskClass risk, bool elsewhere, GateOutcome outcome, string code) =>
        Expect(outcome, code, risk, new EvidenceClaim(EvidenceKind.CompletedResearch, elsewhere ? Elsewhere : Hanbit, "R-1"), null, null);

    [Theory]
    [InlineData(RiskClass.High, GateOutcome.Block, "evidence-required")]
    [InlineData(RiskClass.Medium, GateOutcome.Block, "evidence-required")]
    [InlineData(RiskClass.Low, GateOutcome.Pass, "none-required")]
    public void only_low_risk_needs_no_evidence(RiskClass risk, GateOutcome outcome, string code) =>
        Expect(outcome, code, risk, EvidenceClaim.Nothing, null, null);

    [Fact]
    public void a_trial_without_exemption_is_blocked() => Blocked("trial-without-exemption", Trial, null);

    [Fact]
    public void a_trial_with_an_exemption_in_force_and_its_conditions_met_passes_with_a_flag() =>
        Expect(GateOutcome.PassByExemption, "trial-by-exemption", RiskClass.High, Plan.Evidence, Trial, Grant);

    [Fact]
    public void an_exemption_outside_its_validity_does_not_help() => Blocked("exemption-not-in-force", Trial, Grant with { Until = Filed.AddDays(-1) });

    [Fact]
    public void the_last_day_of_an_exemption_still_counts() =>
        Expect(GateOutcome.PassByExemption, "trial-by-exemption", RiskClass.High, Plan.Evidence, Trial, Grant with { Until = Filed });

    [Fact]
    public void an_unmet_condition_blocks() => Blocked("exemption-conditions-unmet", Trial, Grant with { ConditionSetMet = false });

    [Fact]
    public void an_exemption_for_raw_cells_is_none_for_trials() =>
        Blocked("trial-without-exemption", Trial, Grant with { Kind = ExemptionKind.ImportedRawCells });

    [Fact]
    public void an_exemption_of_another_institution_is_none() =>
        Blocked("trial-without-exemption", Trial, Grant with { Operators = [new GrantOperator(Elsewhere, true, true)] });

    [Fact]
    public void an_exemption_for_research_only_is_none_for_treatment() =>
        Blocked("trial-without-exemption", Trial, Grant with { Operators = [new GrantOperator(Hanbit, true, false)] });

    [Fact]
    public void an_unknown_trial_is_blocked() => Blocked("trial-unknown", Trial with { IsRegistered = false }, Grant);

    [Fact]
    public void an_unfinished_trial_is_blocked() =>
        Blocked("trial-not-completed", Trial with { MissingForCompletion = [CompletionGap.FinalResult] }, Grant);

    [Fact]
    public void a_trial_that_was_not_for_licensing_is_blocked() => Blocked("trial-not-for-licensing", Trial with { IsLicensingTrial = false }, Grant);

    [Fact]
    public void withdrawn_results_block() => Blocked("trial-results-missing", Trial with { CurrentResults = null }, Grant);

    [Fact]
    public void site_identity_is_required_of_high_risk_unless_the_grant_waives_it()
    {
        TrialFacts elsewhere = Trial with { SiteInstitutions = [Elsewhere] };
        Blocked("trial-site-not-applicant", elsewhere, Grant);
        Expect(GateOutcome.PassByExemption, "trial-by-exemption", RiskClass.High, Plan.Evidence, elsewhere, Grant with { SiteIdentityRequired = false });
        Expect(GateOutcome.PassByExemption, "trial-by-exemption", RiskClass.Medium, Plan.Evidence, elsewhere, Grant);
    }

    [Fact]
    public void research_must_be_named() =>
        Expect(GateOutcome.Block, "research-not-identified", RiskClass.Medium, new EvidenceClaim(EvidenceKind.CompletedResearch, Hanbit), null, null);

    private static void Blocked(string code, TrialFacts? trial, GrantFacts? grant) =>
        Expect(GateOutcome.Block, code, RiskClass.High, Plan.Evidence, trial, grant);

    private static void Expect(GateOutcome outcome, string code, RiskClass risk, EvidenceClaim claim, TrialFacts? trial, GrantFacts? grant)
    {
        EvidenceGateResult result = EvidenceGate.Check(risk, Hanbit, claim, trial, grant, Filed);
        Assert.Equal((outcome, code), (result.Outcome, result.Code));
    }
}
