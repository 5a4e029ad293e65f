using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Safety;
using static RegenTrack.Domain.Tests.Safety.EventScenario;

namespace RegenTrack.Domain.Tests.Safety;

public sealed class ReportAdverseEventTests
{
    [Fact]
    public void a_report_names_the_lot_of_the_last_administration_before_the_onset() => None.Send(Report).Then(events =>
    {
        var reported = Assert.IsType<AdverseEventReported>(Assert.Single(events));
        Assert.Equal(("adm-1", "lot-1", "subj-7f3a"), (reported.Administration?.Value, reported.Lot?.Value, reported.Subject.Value));
    });

    [Fact]
    public void a_named_suspect_wins() => None
        .Send(Report with { Administration = new("adm-1"), OnsetOn = new(2026, 12, 16), AwareAt = Aware.AddDays(6) }, at: At(Aware.AddDays(6)))
        .Then(events => Assert.Equal("lot-1", Assert.IsType<AdverseEventReported>(Assert.Single(events)).Lot?.Value));

    [Fact]
    public void an_unknown_case_or_anothers_looks_absent()
    {
        None.Send(Report, Facts with { Case = Case with { Exists = false } }).ThenRefused("case-unknown");
        None.Send(Report, at: At(Aware, new Actor("demo-hospital-2", Role.HospitalSystem, "inst-saebyeok"))).ThenRefused("case-unknown");
    }

    [Fact]
    public void an_administration_that_was_not_given_is_refused() =>
        None.Send(Report with { Administration = new("adm-9") }).ThenRefused("administration-unknown");

    [Fact]
    public void symptoms_before_the_first_administration_are_medical_history()
    {
        var before = Report with { OnsetOn = new(2026, 12, 7) };
        None.Send(before).ThenRefused("onset-before-exposure");
        None.Send(Report, Facts with { Case = Case with { Administrations = [] } }).ThenRefused("onset-before-exposure");
        None.Send(before with { PreparedFrom = new(2026, 12, 7) }).Then(events =>
            Assert.Null(Assert.IsType<AdverseEventReported>(Assert.Single(events)).Administration));
        None.Send(before with { PreparedFrom = new(2026, 12, 6) }).ThenRefused("prepared-before-consent");
    }

    [Fact]
    public void the_suspect_comes_before_the_onset() =>
        None.Send(Report with { Administration = new("adm-2") }).ThenRefused("onset-before-suspect");

    [Fact]
    public void nothing_lies_in_the_future()
    {
        None.Send(Report with { OnsetOn = new(2026, 12, 11), AwareAt = Aware.AddDays(1), BoardInformedOn = new(2026, 12, 11), Assessment = Serious with { EndedOn = new(2026, 12, 11) } })
            .ThenRefused("date-in-the-future", "date-in-the-future", "date-in-the-future", "date-in-the-future");
    }

    [Fact]
    public void dates_follow_each_other()
    {
        None.Send(Report with { AwareAt = Aware.AddHours(-13) }, at: At(Aware)).ThenRefused("aware-before-onset");
        None.Send(Report with { Assessment = Serious with { EndedOn = new(2026, 12, 9) } }).ThenRefused("ended-before-onset");
    }

    [Fact]
    public void a_serious_report_after_the_internal_term_needs_a_reason()
    {
        None.Send(Report, at: At(Aware.AddHours(24))).Then(events => Assert.Null(Assert.IsType<AdverseEventReported>(Assert.Single(events)).LateReason));
        var late = At(Aware.AddHours(24).AddSeconds(1));
        var refusals = None.Send(Report, at: late).ThenRefused("late-without-reason");
        Assert.Equal("NS6", refusals[0].Rule?.Id);
        None.Send(Report with { LateReason = "주말 당직 인계 누락" }, at: late)
            .Then(events => Assert.Equal("주말 당직 인계 누락", Assert.IsType<AdverseEventReported>(Assert.Single(events)).LateReason));
    }

    [Fact]
    public void the_internal_term_is_configuration() =>
        None.Send(Report, Facts with { Terms = new(TimeSpan.FromHours(48)) }, At(Aware.AddHours(47))).Then(events => Assert.Single(events));

    [Fact]
    public void other_events_have_thirty_days_of_guidance_moved_off_days_off()
    {
        // 30 days from 10 December 2026 is Saturday 9 January 2027; the duty ends on Monday the 11th.
        var mild = Report with { Assessment = Mild };
        None.Send(mild, at: At(KoreanTime.StartOf(new(2027, 1, 12)))).Then(events => Assert.Single(events));
        None.Send(mild, at: At(KoreanTime.StartOf(new(2027, 1, 12)).AddSeconds(1))).ThenRefused("late-without-reason");
    }

    [Fact]
    public void the_duty_says_what_is_law_and_what_is_not()
    {
        var serious = ReportingDuty.Of(true, Aware, SafetyTerms.Default, HolidayTable.Empty);
        Assert.Equal(("DL-12", Standing.Law, true), (serious.Rule.Id, serious.Standing, serious.IsInternalTerm));
        var other = ReportingDuty.Of(false, Aware, SafetyTerms.Default, HolidayTable.Empty);
        Assert.Equal(("DL-13", Standing.Guidance, false), (other.Rule.Id, other.Standing, other.IsInternalTerm));
    }

    [Fact]
    public void severity_and_seriousness_are_independent()
    {
        Assert.False(Mild.IsSerious);
        Assert.True((Serious with { Grade = 1 }).IsSerious);
    }

    [Fact]
    public void the_shape_checks_grade_reason_term_and_death() => Assert.Equal(
        ["required", "grade-out-of-range", "causality-without-reason", "fatal-without-criterion"],
        (Report with { Term = "", Assessment = Serious with { Grade = 6, CausalityReason = " ", Outcome = EventOutcome.Fatal } }).Shape().Select(refusal => refusal.Code));

    [Fact]
    public void the_same_id_with_other_content_is_refused() =>
        Reported().Send(Report with { Term = "두통" }).ThenRefused("adverse-event-already-reported");
}
