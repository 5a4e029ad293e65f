using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using static RegenTrack.Domain.Tests.Applications.ApplicationScenario;

namespace RegenTrack.Domain.Tests.Applications;

public sealed class SupplementTests
{
    [Fact]
    public void receipt_starts_a_hundred_and_twenty_working_days() => At(Stage.Submitted)
        .When(s => ConfirmReceipt.Decide(s, Journey.Receive, Secretariat()))
        .Then(new ReceiptConfirmed(Id, "2026-0001", Filed, 120, Law.Calendar.Day("2026-11-24")));

    [Fact]
    public void a_second_receipt_number_is_refused() => At(Stage.Received)
        .When(s => ConfirmReceipt.Decide(s, new(Id, "2026-0002"), Secretariat())).ThenRefused("already-received");

    [Fact]
    public void the_term_is_counted_by_the_civil_act_and_the_clock_keeps_its_days() => At(Stage.Received)
        .When(s => RequestSupplement.Decide(s, Journey.Ask, Secretariat("2026-06-05")))
        .Then(new SupplementRequested(Id, "s-1", false, Asked, Law.Calendar.Day("2026-06-05"), Law.Calendar.Day("2026-06-19"), 117));

    [Fact]
    public void at_intake_no_clock_stands_still() => At(Stage.Submitted)
        .When(s => RequestSupplement.Decide(s, Journey.Ask, Secretariat()))
        .Then(new SupplementRequested(Id, "s-1", true, Asked, Filed, Law.Calendar.Day("2026-06-15"), null));

    [Fact]
    public void the_answer_moves_the_end_by_the_working_days_it_took_and_updates_the_dossier()
    {
        TreatmentApplication state = At(Stage.ReviewSupplement)
            .When(s => AnswerSupplement.Decide(s, new(Id, "s-1", ApplicationScenario.Given), Hospital("2026-06-12")))
            .Then(new SupplementAnswered(
                Id, "s-1", ApplicationScenario.Given, Law.Calendar.Day("2026-06-12"), false,
                LegalCalendar.Petition(Filed, 120 + LegalCalendar.WorkingDays(Filed, Law.Calendar.Day("2026-06-11"), Law.Calendar.Holidays), Law.Calendar.Holidays)));
        Assert.Equal(Stage.Received, state.Stage);
        Assert.Equal("보완된 절차", state.Plan!.Answer("8")!.Text);
        Assert.Equal(2, state.Plan.Answer("8")!.Documents.Count);
        Assert.Equal("답변 7", state.Plan.Answer("7")!.Text);
        Assert.Equal("답변 8", state.Submitted!.Answer("8")!.Text);
    }

    [Fact]
    public void an_answer_after_the_term_is_taken_and_marked_late() => At(Stage.ReviewSupplement)
        .When(s => AnswerSupplement.Decide(s, new(Id, "s-1", ApplicationScenario.Given), Hospital("2026-06-16")))
        .Then(events => Assert.True(Assert.IsType<SupplementAnswered>(Assert.Single(events)).Late));

    [Fact]
    public void every_item_must_be_answered_and_no_other()
    {
        IReadOnlyList<Refusal> refusals = At(Stage.ReviewSupplement)
            .When(s => AnswerSupplement.Decide(s, new(Id, "s-1", [new("9", "8", "무관", [])]), Hospital()))
            .ThenRefused("supplement-item-unanswered", "supplement-item-unknown");
        Assert.Equal(["Answers.1", "Answers.9"], refusals.Select(refusal => refusal.Field!).Order());
    }

    [Fact]
    public void the_term_is_extended_at_most_twice()
    {
        TreatmentApplication twice = Extended(Extended(Journey.To(Stage.ReviewSupplement), "첫째"), "둘째");
        DateOnly due = twice.OpenSupplement!.Due;
        Assert.Equal(Law.Calendar.Day("2026-06-29"), due);
        Given(twice).When(s => ExtendSupplement.Decide(s, new(Id, "s-1", due, 7, "셋째"), Secretariat())).ThenRefused("supplement-extended-twice");
    }

    [Fact]
    public void a_term_that_is_over_is_not_extended() => At(Stage.ReviewSupplement)
        .When(s => ExtendSupplement.Decide(s, new(Id, "s-1", Law.Calendar.Day("2026-06-15"), 7, "늦음"), Secretariat("2026-06-16")))
        .ThenRefused("supplement-term-over");

    [Fact]
    public void an_extension_of_a_term_that_meanwhile_changed_is_refused() => At(Stage.ReviewSupplement)
        .When(s => ExtendSupplement.Decide(s, new(Id, "s-1", Filed, 7, "사유"), Secretariat())).ThenRefused("supplement-term-changed");

    [Theory]
    [InlineData("2026-06-15", "supplement-term-not-over")]
    [InlineData("2026-06-16", null)]
    public void unsupplied_is_a_ground_for_return_only_after_the_term(string day, string? code)
    {
        var decided = At(Stage.IntakeSupplement)
            .When(s => ReturnApplication.Decide(s, new(Id, ReturnGround.NotSuppliedInTerm, "미제출"), Secretariat(day)));
        if (code is null)
            decided.Then(new ApplicationReturned(Id, ReturnGround.NotSuppliedInTerm, "미제출", Law.Calendar.Day("2026-06-16"), Law.Calendar.Day("2026-07-16")));
        else
            decided.ThenRefused(code);
    }

    [Fact]
    public void only_a_resubmission_is_returned_as_one() => At(Stage.Submitted)
        .When(s => ReturnApplication.Decide(s, new(Id, ReturnGround.ResubmittedUnimproved, "동일"), Secretariat())).ThenRefused("not-a-resubmission");

    [Fact]
    public void a_request_needs_items_bound_to_the_plan() => Assert.Equal(
        ["plan-item-unknown", "required", "supplement-without-items", "term-out-of-range"],
        new RequestSupplement(Id, "s", 0, []).Shape().Concat(new RequestSupplement(Id, "s", 7, [new("1", "99", "")]).Shape()).Select(refusal => refusal.Code).Order());

    private static TreatmentApplication Extended(TreatmentApplication state, string reason) => Given(state)
        .When(s => ExtendSupplement.Decide(s, new(Id, "s-1", state.OpenSupplement!.Due, 7, reason), Secretariat())).Then(events => Assert.Single(events));

    private static Given<TreatmentApplication, ApplicationEvent> At(Stage stage) => Given(Journey.To(stage));

    private static Given<TreatmentApplication, ApplicationEvent> Given(TreatmentApplication state) =>
        Spec.Given(state, TreatmentApplication.Evolve, Array.Empty<ApplicationEvent>());
}
