using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Products.Published;
using static RegenTrack.Domain.Tests.Applications.ApplicationScenario;

namespace RegenTrack.Domain.Tests.Applications;

public sealed class SubmitTreatmentPlanTests
{
    [Fact]
    public void a_complete_plan_is_filed_with_its_computed_class_and_gate() => When(Submit).Then(events =>
    {
        var filed = Assert.IsType<TreatmentPlanSubmitted>(Assert.Single(events));
        Assert.Equal(RiskClass.High, filed.Risk.Class);
        Assert.Equal(GateOutcome.PassByExemption, filed.Gate.Outcome);
        Assert.Equal(Filed, filed.SubmittedOn);
    });

    [Fact]
    public void the_applicants_own_class_stays_beside_the_computed_one() =>
        When(Submit with { Plan = Plan with { SelfAssessedRisk = RiskClass.Medium } }).Then(events =>
        {
            var filed = Assert.IsType<TreatmentPlanSubmitted>(Assert.Single(events));
            Assert.Equal((RiskClass.Medium, RiskClass.High), (filed.Plan.SelfAssessedRisk, filed.Risk.Class));
        });

    public static TheoryData<string> Items() => [.. PlanItem.All.Select(item => item.LinkId)];

    [Theory]
    [MemberData(nameof(Items))]
    public void each_missing_item_is_its_own_refusal(string linkId)
    {
        IReadOnlyList<Refusal> refusals = When(Submit with { Plan = Plan with { Answers = [.. Plan.Answers.Where(answer => answer.LinkId != linkId)] } })
            .ThenRefused("plan-item-missing");
        Assert.Equal(SubmitTreatmentPlan.Item(linkId), refusals[0].Field);
        Assert.Equal("D11-3", refusals[0].Rule?.Id);
    }

    [Fact]
    public void an_empty_answer_is_a_missing_one_and_all_are_told_at_once() =>
        When(Submit with { Plan = Plan with { Answers = [.. Plan.Answers.Skip(2).Select(answer => answer with { Text = " ", Documents = answer.LinkId == "3" ? [] : answer.Documents })] } })
            .ThenRefused("plan-item-missing", "plan-item-missing", "plan-item-missing");

    [Theory]
    [InlineData("2026-05-11", "시행령 제11조의2제1항")]
    [InlineData("2026-05-12", "시행령 제11조의3제1항")]
    public void the_citation_follows_the_renumbering(string day, string article) =>
        Assert.Equal(article, ApplicationRules.PlanContents.CitedOn(Law.Calendar.Day(day))!.Article.Korean);

    [Fact]
    public void an_undesignated_institution_is_refused() =>
        When(Submit, Facts with { Designation = Facts.Designation with { IsDesignated = false } }).ThenRefused("institution-not-designated");

    [Fact]
    public void a_hospital_cannot_apply_for_another() =>
        When(Submit with { Institution = new InstitutionId("inst-saebyeok") }).ThenRefused("institution-not-yours", "trial-without-exemption");

    [Fact]
    public void the_gate_blocks_at_the_door() => When(Submit, Facts with { Grant = null }).ThenRefused("trial-without-exemption");

    [Theory]
    [InlineData("2026-06-01", "2031-05-31", null)]
    [InlineData("2026-06-01", "2031-06-01", "period-over-five-years")]
    [InlineData("2026-06-01", "2026-05-31", "period-ends-before-it-begins")]
    [InlineData("2025-06-01", "2026-05-31", "period-over")]
    public void the_provision_period_is_at_most_five_years_and_not_over(string from, string until, string? code)
    {
        var decided = When(Submit with { Plan = Plan with { From = Law.Calendar.Day(from), Until = Law.Calendar.Day(until) } });
        if (code is null)
            decided.Then(events => Assert.Single(events));
        else
            decided.ThenRefused(code);
    }

    [Fact]
    public void a_product_without_components_is_refused() =>
        When(Submit with { Plan = Plan with { Product = Plan.Product with { Components = [] } } }).ThenRefused("product-without-components");

    [Fact]
    public void another_plan_under_the_same_id_is_refused() => Spec.Given(Journey.To(Stage.Submitted), TreatmentApplication.Evolve, Array.Empty<ApplicationEvent>())
        .When(s => SubmitTreatmentPlan.Decide(s, Submit with { Plan = Plan with { Title = "다른 계획" } }, Facts, Hospital()))
        .ThenRefused("application-already-submitted");

    [Fact]
    public void a_resident_registration_number_is_refused_without_repeating_it()
    {
        Refusal refusal = Assert.Single((Submit with { Plan = Plan with { Purpose = "환자 800101-1234567" } }).Shape());
        Assert.Equal(("resident-registration-number", "Plan.Purpose"), (refusal.Code, refusal.Field));
        Assert.DoesNotContain("1234567", refusal.Message.Korean);
    }

    [Fact]
    public void a_well_formed_plan_has_no_shape_refusal_and_an_empty_one_names_each_field()
    {
        Assert.Empty(Submit.Shape());
        Assert.Equal(
            ["Plan.ExpectedSubjects", "Plan.Investigator", "Plan.Purpose", "Plan.Title"],
            (Submit with { Plan = Plan with { Title = "", Purpose = "", Investigator = "", ExpectedSubjects = 0 } }).Shape().Select(refusal => refusal.Field!).Order());
    }

    [Fact]
    public void an_item_that_does_not_exist_is_malformed() =>
        Assert.Equal("plan-item-unknown", Assert.Single((Submit with { Plan = Plan with { Answers = [.. Plan.Answers, new("16", "?", [])] } }).Shape()).Code);

    private static Decided<TreatmentApplication, ApplicationEvent> When(SubmitTreatmentPlan command, SubmissionFacts? facts = null) =>
        Spec.Given(TreatmentApplication.Initial, TreatmentApplication.Evolve, Array.Empty<ApplicationEvent>())
            .When(s => SubmitTreatmentPlan.Decide(s, command, facts ?? Facts, Hospital()));
}
