using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Treatments;
using static RegenTrack.Domain.Tests.Treatments.CaseScenario;

namespace RegenTrack.Domain.Tests.Treatments;

public sealed class EnrolSubjectTests
{
    [Fact]
    public void a_consenting_eligible_subject_is_enrolled_under_the_version_in_force() => Case().Enrol().Then(Enrolled);

    [Fact]
    public void the_record_clock_of_an_enrolment_is_seven_days_moved_off_days_off()
    {
        var saturday = Enrolling with { EnrolledOn = new(2026, 12, 12) };
        Case().Enrol(saturday, at: By(At.By, new(2026, 12, 30)))
            .Then(events => Assert.Equal(new DateOnly(2026, 12, 21), Assert.IsType<SubjectEnrolled>(Assert.Single(events)).RecordDue));
    }

    [Theory]
    [InlineData(PlanStanding.NotDecided)]
    [InlineData(PlanStanding.Unsuitable)]
    [InlineData(PlanStanding.Suspended)]
    [InlineData(PlanStanding.Ended)]
    public void a_plan_that_is_not_in_force_enrols_nobody(PlanStanding standing) =>
        Case().Enrol(plan: Plan with { Standing = standing }).ThenRefused("plan-not-in-force");

    [Fact]
    public void a_plan_past_its_last_day_enrols_nobody()
    {
        Case().Enrol(plan: Plan with { Until = Monday }).Then(events => Assert.Single(events));
        var refusals = Case().Enrol(plan: Plan with { Until = Monday.AddDays(-1) }).ThenRefused("plan-not-in-force");
        Assert.Equal("DL-29", refusals[0].Rule?.Id);
    }

    [Fact]
    public void a_plan_before_its_first_day_enrols_nobody() =>
        Case().Enrol(plan: Plan with { From = Monday.AddDays(1) }).ThenRefused("plan-not-in-force");

    [Fact]
    public void another_institutions_plan_looks_absent()
    {
        Case().Enrol(plan: Plan with { Institution = new("inst-saebyeok") }).ThenRefused("plan-unknown");
        Case().Enrol(plan: PlanFacts.Unknown).ThenRefused("plan-unknown");
        var other = By(new Actor("demo-hospital-2", Role.HospitalSystem, "inst-saebyeok"), new(2026, 12, 10));
        Case().Enrol(at: other).ThenRefused("plan-unknown");
    }

    [Fact]
    public void consent_is_needed_and_complete()
    {
        Case().Enrol(Enrolling with { Consent = null }).ThenRefused("consent-missing");
        var partial = Signed with { Items = [.. Enum.GetValues<ConsentItem>().Where(item => item is not ConsentItem.Cost)] };
        var refusals = Case().Enrol(Enrolling with { Consent = partial }).ThenRefused("consent-item-missing");
        Assert.Contains("Cost", refusals[0].Message.English, StringComparison.Ordinal);
        Assert.Equal("A11-2", refusals[0].Rule?.Id);
    }

    [Fact]
    public void consent_comes_before_enrolment() =>
        Case().Enrol(Enrolling with { Consent = Signed with { SignedOn = Monday.AddDays(1) } }).ThenRefused("consent-after-enrolment");

    [Fact]
    public void selection_criteria_must_be_met() =>
        Case().Enrol(Enrolling with { SelectionCriteriaMet = false }).ThenRefused("selection-criteria-not-met");

    [Fact]
    public void the_number_of_subjects_of_the_plan_is_kept()
    {
        Case().Enrol(inPlan: 9).Then(events => Assert.Single(events));
        Case().Enrol(inPlan: 10).ThenRefused("plan-full");
    }

    [Fact]
    public void the_patient_cap_of_the_exemption_is_kept()
    {
        Case().Enrol(underGrant: 19).Then(events => Assert.Single(events));
        Case().Enrol(underGrant: 20).ThenRefused("exemption-full");
    }

    [Fact]
    public void the_exemption_must_be_in_force_started_and_name_the_institution()
    {
        Case().Enrol(plan: Plan with { Grant = GrantA with { Until = Monday.AddDays(-1) } }).ThenRefused("exemption-not-in-force");
        Case().Enrol(plan: Plan with { Grant = GrantA with { StartedOn = null } }).ThenRefused("exemption-not-started");
        Case().Enrol(plan: Plan with { Grant = GrantA with { Operators = [] } }).ThenRefused("exemption-without-institution");
    }

    [Fact]
    public void an_ordinary_plan_needs_no_exemption() =>
        Case().Enrol(plan: Plan with { Grant = null }).Then(events => Assert.Null(Assert.IsType<SubjectEnrolled>(Assert.Single(events)).Grant));

    [Fact]
    public void nobody_is_enrolled_in_the_future() =>
        Case().Enrol(Enrolling with { EnrolledOn = new(2026, 12, 11) }).ThenRefused("enrolled-in-the-future");

    [Fact]
    public void all_reasons_are_told_at_once() =>
        Case().Enrol(Enrolling with { Consent = null, SelectionCriteriaMet = false }, inPlan: 10)
            .ThenRefused("selection-criteria-not-met", "consent-missing", "plan-full");
}
