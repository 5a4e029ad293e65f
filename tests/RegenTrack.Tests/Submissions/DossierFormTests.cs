using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Submissions.Forms;
using RegenTrack.Submissions.Forms.ReviewResultNotice;
using RegenTrack.Submissions.Forms.TreatmentPlanApplication;

namespace RegenTrack.Tests.Submissions;

public sealed class DossierFormTests
{
    private static readonly Applicant Investigator = new("김가상", "02-0000-0000", null);

    [Fact]
    public void the_application_form_prints_the_filing_and_the_names_from_the_vault()
    {
        var form = SyntheticDossier.Filing.TreatmentPlanApplication(Investigator, "이가상 (정형외과 전문의)", synthetic: true);

        Assert.Equal(("application-7", "2026-0001", new DateOnly(2026, 6, 2)), (form.DocumentNumber, form.ReceiptNumber, form.ReceivedOn));
        Assert.Equal(("김가상", "한빛대학교병원(가상)", "가상-001"), (form.Applicant.Name, form.Institution.Name, form.Institution.DesignationNumber));
        Assert.Equal(("medium", "high", 120), (form.SelfAssessedRisk, form.ComputedRisk, form.ProcessingDays));
        Assert.Equal("제11조의3제1항", form.DecreeArticle);
        Assert.Equal(SyntheticDossier.Recorded, form.CreatedAt);
        Assert.Equal(Enumerable.Range(1, 15), form.Items.Select(item => item.Number));
        Assert.Equal("이가상 (정형외과 전문의)", form.Items[4].Content);
        Assert.Equal("답변 8", form.Items[7].Content);
        Assert.Equal("item-8.pdf", Assert.Single(form.Items[7].Attachments).Name);
    }

    [Fact]
    public void an_erased_identity_leaves_its_cells_empty_and_no_reference_behind()
    {
        var form = SyntheticDossier.Filing.TreatmentPlanApplication(null, null, synthetic: true);

        Assert.Equal(new Applicant(null, null, null), form.Applicant);
        Assert.Null(form.Items[4].Content);
        Assert.DoesNotContain("person-", System.Text.Encoding.UTF8.GetString(form.Json()), StringComparison.Ordinal);
    }

    [Fact]
    public void evidence_that_counts_by_the_sandbox_names_the_certificate()
    {
        var notice = SyntheticDossier.Decided(DecisionResult.Suitable).ReviewResultNotice(synthetic: true)!;

        Assert.Equal(new ReliedEvidence("상업 임상시험", "NCT09000001", Sandbox: true, "가상-특례-1"), Assert.Single(notice.Evidence));
    }

    [Fact]
    public void evidence_that_counts_without_the_sandbox_names_no_certificate()
    {
        var dossier = SyntheticDossier.Filing with
        {
            Application = SyntheticDossier.Received with { Gate = new EvidenceGateResult(GateOutcome.Pass, "none-required", new("", "")) },
        };

        var evidence = Assert.Single(dossier.TreatmentPlanApplication(Investigator, null, synthetic: true).Evidence);

        Assert.False(evidence.Sandbox);
        Assert.Null(evidence.Grant);
    }

    [Fact]
    public void completed_research_is_named_by_its_final_result()
    {
        var plan = SyntheticDossier.Plan with { Evidence = new EvidenceClaim(EvidenceKind.CompletedResearch, new InstitutionId("inst-hanbit"), "가상-결과-3") };
        var dossier = SyntheticDossier.Filing with { Application = SyntheticDossier.Received with { Plan = plan } };

        Assert.Equal("가상-결과-3", Assert.Single(dossier.TreatmentPlanApplication(Investigator, null, synthetic: true).Evidence).Reference);
    }

    [Fact]
    public void a_suitable_result_is_valid_from_the_later_of_plan_and_notice()
    {
        var notice = SyntheticDossier.Decided(DecisionResult.Suitable).ReviewResultNotice(synthetic: true)!;

        Assert.Equal("suitable", notice.Result);
        Assert.Equal(new Period(new DateOnly(2026, 11, 20), new DateOnly(2029, 6, 30)), notice.Validity);
        Assert.Equal((new DateOnly(2026, 11, 19), new DateOnly(2026, 11, 20)), (notice.DecidedOn, notice.NoticeOn));
        Assert.Null(notice.OtherOpinion);
    }

    [Fact]
    public void an_unsuitable_result_has_no_validity()
    {
        var notice = SyntheticDossier.Decided(DecisionResult.Unsuitable).ReviewResultNotice(synthetic: true)!;

        Assert.Equal("unsuitable", notice.Result);
        Assert.Null(notice.Validity);
    }

    [Fact]
    public void there_is_no_notice_before_the_decision() => Assert.Null(SyntheticDossier.Filing.ReviewResultNotice(synthetic: true));
}
