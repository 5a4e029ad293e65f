using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Treatments;
using static RegenTrack.Domain.Tests.Treatments.CaseScenario;

namespace RegenTrack.Domain.Tests.Treatments;

/// <summary>Every state of a treatment case against every command.</summary>
public sealed class CaseMatrixTests
{
    private static readonly Dictionary<string, TreatmentEvent[]> States = new()
    {
        ["absent"] = [],
        ["enrolled"] = [Enrolled],
        ["treated"] = [Enrolled, Given],
        ["withdrawn"] = [Enrolled, Withdrawn],
        ["treated-withdrawn"] = [Enrolled, Given, Withdrawn],
        ["erased"] = [Enrolled, Given, Erased],
    };

    private static readonly Dictionary<string, Func<TreatmentCase, Outcome<TreatmentEvent>>> Commands = new()
    {
        ["enrol"] = state => EnrolSubject.Decide(state, Enrolling, new(Plan, 0, 0), At),
        ["enrol-other"] = state => EnrolSubject.Decide(state, Enrolling with { Subject = new("subj-other") }, new(Plan, 0, 0), At),
        ["administer"] = state => RecordAdministration.Decide(state, Giving, Facts, At),
        ["administer-later"] = state => RecordAdministration.Decide(state, Giving with { Administration = new("adm-2"), AdministeredAt = Giving.AdministeredAt.AddDays(1) }, Facts, At),
        ["administer-changed"] = state => RecordAdministration.Decide(state, Giving with { Quantity = 2 }, Facts, At),
        ["withdraw"] = state => WithdrawConsent.Decide(state, new(Id, new(2026, 12, 9)), At),
        ["withdraw-other-day"] = state => WithdrawConsent.Decide(state, new(Id, new(2026, 12, 8)), At),
        ["erase"] = state => EraseSubject.Decide(state, new(Id), new(2026, 12, 9), At),
        ["erase-too-early"] = state => EraseSubject.Decide(state, new(Id), new(2026, 12, 10), At),
        ["erase-nothing"] = state => EraseSubject.Decide(state, new(Id), null, At),
    };

    [Theory]
    [InlineData("absent", "enrol", "SubjectEnrolled")]
    [InlineData("absent", "enrol-other", "SubjectEnrolled")]
    [InlineData("absent", "administer", "case-unknown")]
    [InlineData("absent", "administer-later", "case-unknown")]
    [InlineData("absent", "administer-changed", "case-unknown")]
    [InlineData("absent", "withdraw", "case-unknown")]
    [InlineData("absent", "withdraw-other-day", "case-unknown")]
    [InlineData("absent", "erase", "case-unknown")]
    [InlineData("absent", "erase-too-early", "case-unknown")]
    [InlineData("absent", "erase-nothing", "case-unknown")]
    [InlineData("enrolled", "enrol", "")]
    [InlineData("enrolled", "enrol-other", "case-already-enrolled")]
    [InlineData("enrolled", "administer", "AdministrationRecorded")]
    [InlineData("enrolled", "administer-later", "AdministrationRecorded")]
    [InlineData("enrolled", "administer-changed", "AdministrationRecorded")]
    [InlineData("enrolled", "withdraw", "ConsentWithdrawn")]
    [InlineData("enrolled", "withdraw-other-day", "ConsentWithdrawn")]
    [InlineData("enrolled", "erase", "SubjectErased")]
    [InlineData("enrolled", "erase-too-early", "retention-not-over")]
    [InlineData("enrolled", "erase-nothing", "identity-not-held")]
    [InlineData("treated", "enrol", "")]
    [InlineData("treated", "enrol-other", "case-already-enrolled")]
    [InlineData("treated", "administer", "")]
    [InlineData("treated", "administer-later", "AdministrationRecorded")]
    [InlineData("treated", "administer-changed", "administration-already-recorded")]
    [InlineData("treated", "withdraw", "ConsentWithdrawn")]
    [InlineData("treated", "withdraw-other-day", "ConsentWithdrawn")]
    [InlineData("treated", "erase", "SubjectErased")]
    [InlineData("treated", "erase-too-early", "retention-not-over")]
    [InlineData("treated", "erase-nothing", "identity-not-held")]
    [InlineData("withdrawn", "enrol", "")]
    [InlineData("withdrawn", "enrol-other", "case-already-enrolled")]
    [InlineData("withdrawn", "administer", "AdministrationRecorded")]
    [InlineData("withdrawn", "administer-later", "consent-withdrawn")]
    [InlineData("withdrawn", "administer-changed", "AdministrationRecorded")]
    [InlineData("withdrawn", "withdraw", "")]
    [InlineData("withdrawn", "withdraw-other-day", "consent-already-withdrawn")]
    [InlineData("withdrawn", "erase", "SubjectErased")]
    [InlineData("withdrawn", "erase-too-early", "retention-not-over")]
    [InlineData("withdrawn", "erase-nothing", "identity-not-held")]
    [InlineData("treated-withdrawn", "enrol", "")]
    [InlineData("treated-withdrawn", "enrol-other", "case-already-enrolled")]
    [InlineData("treated-withdrawn", "administer", "")]
    [InlineData("treated-withdrawn", "administer-later", "consent-withdrawn")]
    [InlineData("treated-withdrawn", "administer-changed", "administration-already-recorded")]
    [InlineData("treated-withdrawn", "withdraw", "")]
    [InlineData("treated-withdrawn", "withdraw-other-day", "consent-already-withdrawn")]
    [InlineData("treated-withdrawn", "erase", "SubjectErased")]
    [InlineData("treated-withdrawn", "erase-too-early", "retention-not-over")]
    [InlineData("treated-withdrawn", "erase-nothing", "identity-not-held")]
    [InlineData("erased", "enrol", "")]
    [InlineData("erased", "enrol-other", "case-already-enrolled")]
    [InlineData("erased", "administer", "")]
    [InlineData("erased", "administer-later", "AdministrationRecorded")]
    [InlineData("erased", "administer-changed", "administration-already-recorded")]
    [InlineData("erased", "withdraw", "ConsentWithdrawn")]
    [InlineData("erased", "withdraw-other-day", "ConsentWithdrawn")]
    [InlineData("erased", "erase", "")]
    [InlineData("erased", "erase-too-early", "")]
    [InlineData("erased", "erase-nothing", "")]
    public void a_state_answers_a_command(string state, string command, string answer)
    {
        var outcome = Commands[command](States[state].Aggregate(TreatmentCase.Initial, TreatmentCase.Evolve));
        var given = outcome.Events.Select(e => e.GetType().Name).Concat(outcome.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(answer, string.Join(",", given));
    }

    [Fact]
    public void the_matrix_is_whole() => Assert.Equal(
        States.Count * Commands.Count,
        typeof(CaseMatrixTests).GetMethod(nameof(a_state_answers_a_command))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Length);
}
