using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Sandbox;
using static RegenTrack.Domain.Tests.Sandbox.GrantScenario;

namespace RegenTrack.Domain.Tests.Sandbox;

public sealed class GrantTests
{
    [Fact]
    public void a_grant_is_in_force_from_its_first_to_its_last_day()
    {
        var facts = Recorded.Facts();
        Assert.False(facts.InForceOn(new(2026, 6, 30)));
        Assert.True(facts.InForceOn(new(2026, 7, 1)));
        Assert.True(facts.InForceOn(new(2028, 6, 30)));
        Assert.False(facts.InForceOn(new(2028, 7, 1)));
    }

    [Fact]
    public void an_unknown_grant_is_never_in_force() => Assert.False(Grant.Initial.Facts().InForceOn(default));

    [Fact]
    public void the_same_site_is_required_unless_the_certificate_says_otherwise()
    {
        Assert.True(Recorded.Facts().SiteIdentityRequired);
        Assert.False(Fold(Grant.Initial, RecordGrant.Decide(Grant.Initial, Recording with { SiteIdentityRequired = false }, July6)).SiteIdentityRequired);
    }

    [Fact]
    public void the_scope_counts_per_operator()
    {
        var facts = Recorded.Facts();
        Assert.True(facts.CoversTreatmentAt(new InstitutionId("inst-hanbit")));
        Assert.False(facts.CoversResearchAt(new InstitutionId("inst-hanbit")));
        Assert.False(facts.CoversTreatmentAt(new InstitutionId("inst-saebyeok")));
    }

    [Fact]
    public void two_years_need_no_reason_and_a_day_more_does()
    {
        var over = Recording with { Until = new(2028, 7, 1) };
        RefusedWith("validity-over-two-years", RecordGrant.Decide(Grant.Initial, over, July6));
        Fold(Grant.Initial, RecordGrant.Decide(Grant.Initial, over with { LongValidityReason = "장기추적 필요" }, July6));
    }

    [Fact]
    public void four_years_are_the_most_even_with_a_reason()
    {
        var most = Recording with { Until = new(2030, 6, 30), LongValidityReason = "장기추적 필요" };
        Fold(Grant.Initial, RecordGrant.Decide(Grant.Initial, most, July6));
        RefusedWith("validity-over-four-years", RecordGrant.Decide(Grant.Initial, most with { Until = new(2030, 7, 1) }, July6));
    }

    [Fact]
    public void a_validity_cannot_end_before_it_begins() =>
        RefusedWith("validity-ends-before-it-begins", RecordGrant.Decide(Grant.Initial, Recording with { Until = new(2026, 6, 30) }, July6));

    [Fact]
    public void recording_the_same_grant_twice_writes_nothing_new()
    {
        Assert.Empty(RecordGrant.Decide(Recorded, Recording with { Conditions = [Cap] }, July6).Events);
        RefusedWith("grant-already-recorded", RecordGrant.Decide(Recorded, Recording with { PatientCap = 3 }, July6));
    }

    [Fact]
    public void insurance_below_the_required_cover_is_refused_item_by_item()
    {
        var low = Insurance with { DeathCover = 149_999_999, PropertyCover = 999_999_999 };
        var outcome = RecordInsurance.Decide(Recorded, new(Id, low), July6);
        Assert.Equal(["DeathCover", "PropertyCover"], outcome.Refusals.Select(refusal => refusal.Field));
        Assert.All(outcome.Refusals, refusal => Assert.Equal("SB-09", refusal.Rule?.Id));
    }

    [Fact]
    public void the_exemption_cannot_start_before_insurance_is_proven() =>
        RefusedWith("insurance-not-proven", StartGrant.Decide(Recorded, new(Id, new(2026, 7, 6)), July6));

    [Fact]
    public void the_insurance_must_cover_the_day_of_the_start()
    {
        var later = Fold(Recorded, RecordInsurance.Decide(Recorded, new(Id, Insurance with { From = new(2026, 7, 7) }), July6));
        RefusedWith("insurance-not-proven", StartGrant.Decide(later, new(Id, new(2026, 7, 6)), July6));
    }

    [Fact]
    public void a_started_grant_is_usable_from_its_start()
    {
        var started = Fold(Insured, StartGrant.Decide(Insured, new(Id, new(2026, 7, 6)), July6));
        Assert.False(started.Facts().UsableOn(new(2026, 7, 5)));
        Assert.True(started.Facts().UsableOn(new(2026, 7, 6)));
        Assert.False(started.Facts().UsableOn(new(2028, 7, 1)));
        Assert.Empty(StartGrant.Decide(started, new(Id, new(2026, 7, 6)), July6).Events);
        RefusedWith("grant-already-started", StartGrant.Decide(started, new(Id, new(2026, 7, 5)), July6));
    }

    [Fact]
    public void the_start_lies_within_the_validity_and_not_in_the_future()
    {
        RefusedWith("start-in-the-future", StartGrant.Decide(Insured, new(Id, new(2026, 7, 7)), July6));
        RefusedWith("start-outside-validity", StartGrant.Decide(Insured, new(Id, new(2026, 6, 30)), July6));
    }

    [Fact]
    public void the_condition_set_is_met_when_every_condition_is()
    {
        Assert.False(Recorded.Facts().ConditionSetMet);
        var met = Fold(Recorded, MarkConditionMet.Decide(Recorded, new(Id, "patient-cap", "20명 이하 확인"), July6));
        Assert.True(met.Facts().ConditionSetMet);
        Assert.Empty(MarkConditionMet.Decide(met, new(Id, "patient-cap", "20명 이하 확인"), July6).Events);
        var unmet = Fold(met, MarkConditionUnmet.Decide(met, new(Id, "patient-cap", "21번째 등록"), July6));
        Assert.False(unmet.Facts().ConditionSetMet);
    }

    [Fact]
    public void an_unknown_condition_is_refused() =>
        RefusedWith("condition-unknown", MarkConditionMet.Decide(Recorded, new(Id, "no-such", "x"), July6));

    [Fact]
    public void nothing_but_recording_works_on_an_unknown_grant()
    {
        RefusedWith("grant-unknown", RecordInsurance.Decide(Grant.Initial, new(Id, Insurance), July6));
        RefusedWith("grant-unknown", StartGrant.Decide(Grant.Initial, new(Id, new(2026, 7, 6)), July6));
        RefusedWith("grant-unknown", MarkConditionMet.Decide(Grant.Initial, new(Id, "patient-cap", "x"), July6));
        RefusedWith("grant-unknown", MarkConditionUnmet.Decide(Grant.Initial, new(Id, "patient-cap", "x"), July6));
    }

    [Fact]
    public void the_shape_names_every_missing_field()
    {
        var empty = Recording with { CertificateNumber = " ", Operators = [], PatientCap = 0, Conditions = [Cap, Cap] };
        Assert.Equal(
            ["required:CertificateNumber", "required:Operators", "patient-cap-below-one:PatientCap", "condition-twice:Conditions"],
            empty.Shape().Select(refusal => $"{refusal.Code}:{refusal.Field}"));
    }
}
