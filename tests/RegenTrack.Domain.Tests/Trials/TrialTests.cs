using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Evidence;
using static RegenTrack.Domain.Tests.Trials.TrialScenario;

namespace RegenTrack.Domain.Tests.Trials;

public sealed class TrialTests
{
    private static Given<Trial, TrialEvent> Given(params TrialEvent[] events) => Spec.Given(Trial.Initial, Trial.Evolve, events);

    [Fact]
    public void a_trial_becomes_known_by_its_registry_entry() =>
        Given().When(state => RegisterTrial.Decide(state, new(Id, Registration), At("2026-11-02"))).Then(Registered);

    [Fact]
    public void the_same_entry_from_another_reading_writes_nothing() =>
        Given(Registered).When(state => RegisterTrial.Decide(state, new(Id, Registration with { OtherIds = ["HB-301"], Arms = [.. Registration.Arms] }), At("2026-11-02"))).ThenNothing();

    [Fact]
    public void a_changed_entry_is_a_revision()
    {
        var changed = Registration with { Conditions = ["Knee osteoarthritis", "Pain"] };
        Given(Registered).When(state => RegisterTrial.Decide(state, new(Id, changed), At("2026-11-02"))).Then(new TrialRegistrationRevised(Id, changed));
    }

    [Theory]
    [InlineData("NCT1234567")]
    [InlineData("nct09000001")]
    [InlineData("NCT09000001\n")]
    [InlineData("KCT12345678")]
    [InlineData("")]
    public void a_number_of_no_registry_is_refused(string number) =>
        Given().When(state => RegisterTrial.Decide(state, new(new(number), Registration), At("2026-11-02"))).ThenRefused("trial-number-format");

    [Theory]
    [InlineData("NCT09000001")]
    [InlineData("KCT0000001")]
    [InlineData("2023-501234-12-00")]
    public void numbers_of_the_three_registries_are_accepted(string number) =>
        Given().When(state => RegisterTrial.Decide(state, new(new(number), Registration), At("2026-11-02"))).Then(new TrialRegistered(new(number), Registration));

    [Fact]
    public void results_become_version_one_with_counts_and_the_primary_endpoint() =>
        Given(Registered).When(state => RecordTrialResults.Decide(state, new(Id, "aa", Source), Package, At("2026-11-02"))).Then(Recorded(1, "aa"));

    [Fact]
    public void a_changed_package_is_a_new_version() =>
        Given(Registered, Recorded(1, "aa")).When(state => RecordTrialResults.Decide(state, new(Id, "bb", Source), Package, At("2026-11-02"))).Then(Recorded(2, "bb"));

    [Fact]
    public void the_package_on_file_writes_nothing_again() =>
        Given(Registered, Recorded(1, "aa")).When(state => RecordTrialResults.Decide(state, new(Id, "aa", Source), Package, At("2026-11-02"))).ThenNothing();

    [Fact]
    public void results_of_an_unknown_trial_are_refused() =>
        Given().When(state => RecordTrialResults.Decide(state, new(Id, "aa", Source), Package, At("2026-11-02"))).ThenRefused("trial-not-registered");

    [Fact]
    public void a_package_that_is_not_stored_is_refused() =>
        Given(Registered).When(state => RecordTrialResults.Decide(state, new(Id, "aa", Source), null, At("2026-11-02"))).ThenRefused("evidence-package-absent");

    [Fact]
    public void an_empty_package_is_refused() =>
        Given(Registered).When(state => RecordTrialResults.Decide(state, new(Id, "aa", Source), new EvidencePackage(null, null, [], null, null), At("2026-11-02"))).ThenRefused("evidence-empty");

    [Fact]
    public void a_value_of_a_group_that_its_table_does_not_name_is_refused() =>
        Given(Registered).When(state => RecordTrialResults.Decide(state, new(Id, "aa", Source), Package with { Outcomes = [Outcome("OG007")] }, At("2026-11-02"))).ThenRefused("evidence-group-unknown");

    [Fact]
    public void a_withdrawn_version_no_longer_stands_and_cannot_come_back_as_it_was()
    {
        Trial after = Given(Registered, Recorded(1, "aa")).When(state => WithdrawTrialResults.Decide(state, new(Id, 1, "Transcription error"), At("2026-11-02"))).Then(new TrialResultsWithdrawn(Id, 1, "Transcription error"));
        Assert.False(after.Facts().HasResults);
        Assert.Empty(after.Facts().PrimaryEndpoints);
        Given(Registered, Recorded(1, "aa"), new TrialResultsWithdrawn(Id, 1, "Transcription error"))
            .When(state => RecordTrialResults.Decide(state, new(Id, "aa", Source), Package, At("2026-11-02"))).ThenRefused("results-withdrawn");
    }

    [Fact]
    public void an_unknown_version_cannot_be_withdrawn() =>
        Given(Registered).When(state => WithdrawTrialResults.Decide(state, new(Id, 1, "x"), At("2026-11-02"))).ThenRefused("results-version-unknown");

    [Fact]
    public void a_reason_must_be_given_and_may_not_carry_a_resident_number()
    {
        Assert.Equal("reason-missing", Assert.Single(new WithdrawTrialResults(Id, 1, " ").Shape()).Code);
        Assert.Equal("resident-registration-number", Assert.Single(new PutTrialOnHold(Id, Day("2026-11-01"), "900101-1234567").Shape()).Code);
        Assert.Empty(new PutTrialOnHold(Id, Day("2026-11-01"), "Quality").Shape());
    }

    [Fact]
    public void an_approval_names_the_licensing_trial_and_its_institutions()
    {
        var approval = new TrialApproval("승인-1", Day("2021-12-01"), "HB-301", true, [new InstitutionId("inst-hanbit")]);
        Trial after = Given(Registered).When(state => RecordTrialApproval.Decide(state, new(Id, approval with { SiteInstitutions = [new("inst-hanbit")] }), At("2026-11-02"))).Then(new TrialApprovalRecorded(Id, approval));
        Assert.True(after.Facts().IsLicensingTrial);
        Assert.Equal([new InstitutionId("inst-hanbit")], after.Facts().SiteInstitutions);
    }

    [Fact]
    public void an_approval_of_tomorrow_is_refused() =>
        Given(Registered).When(state => RecordTrialApproval.Decide(state, new(Id, new("1", Day("2026-11-03"), null, true, [])), At("2026-11-02"))).ThenRefused("date-in-future");
}
