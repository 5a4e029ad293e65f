using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Kernel;
using static RegenTrack.Domain.Tests.Applications.ApplicationScenario;

namespace RegenTrack.Domain.Tests.Applications;

/// <summary>Every stage with every command: accepted (+), already so (=), or the refusal's code.</summary>
public sealed class WorkflowMatrixTests
{
    private static readonly Dictionary<string, Func<TreatmentApplication, Outcome<ApplicationEvent>>> Commands = new()
    {
        ["submit"] = s => SubmitTreatmentPlan.Decide(s, Submit, Facts, Hospital()),
        ["receive"] = s => ConfirmReceipt.Decide(s, Journey.Receive, Secretariat()),
        ["ask"] = s => RequestSupplement.Decide(s, Journey.Ask with { Supplement = "s-2" }, Secretariat()),
        ["extend"] = s => ExtendSupplement.Decide(s, new(Id, "s-1", Calendar("2026-06-15"), 7, "자료 준비"), Secretariat()),
        ["answer"] = s => AnswerSupplement.Decide(s, new(Id, "s-1", Given), Hospital()),
        ["return"] = s => ReturnApplication.Decide(s, Journey.Back, Secretariat()),
        ["expert"] = s => StartExpertReview.Decide(s, new(Id, Expert), new ReviewerFacts(Expert, true, false, []), Secretariat()),
        ["assess"] = s => AssessComparability.Decide(s, Journey.Assess, ByExpert()),
        ["report"] = s => CompleteExpertReview.Decide(s, Journey.Report, ByExpert()),
        ["decide"] = s => RecordDecision.Decide(s, Decide, DecisionBasis, ByCommittee()),
    };

    private const string WrongStage = "not-at-this-stage";
    private const string Unknown = "application-unknown";
    private const string NoAsk = "supplement-unknown";

    private static readonly Dictionary<Stage, string[]> Expected = new()
    {
        // In the order of Commands: submit, receive, ask, extend, answer, return, expert, assess, report, decide.
        [Stage.None] = ["+", Unknown, Unknown, Unknown, Unknown, Unknown, Unknown, Unknown, Unknown, Unknown],
        [Stage.Submitted] = ["=", "+", "+", NoAsk, NoAsk, "+", WrongStage, WrongStage, WrongStage, WrongStage],
        [Stage.IntakeSupplement] = ["=", WrongStage, "supplement-open", "+", "+", "+", WrongStage, WrongStage, WrongStage, WrongStage],
        [Stage.Received] = ["=", "=", "+", NoAsk, NoAsk, WrongStage, "+", WrongStage, WrongStage, WrongStage],
        [Stage.ExpertReview] = ["=", "=", "+", NoAsk, NoAsk, WrongStage, "=", "+", "comparability-not-finished", WrongStage],
        [Stage.ReviewSupplement] = ["=", "=", "supplement-open", "+", "+", WrongStage, WrongStage, WrongStage, WrongStage, WrongStage],
        [Stage.Deliberation] = ["=", "=", "+", NoAsk, NoAsk, WrongStage, "=", "=", "=", "+"],
        [Stage.Suitable] = ["=", "=", WrongStage, NoAsk, NoAsk, WrongStage, "=", "=", "=", "="],
        [Stage.Unsuitable] = ["=", "=", WrongStage, NoAsk, NoAsk, WrongStage, "=", "=", "=", "already-decided"],
        [Stage.Returned] = ["=", WrongStage, WrongStage, NoAsk, NoAsk, "=", WrongStage, WrongStage, WrongStage, WrongStage],
    };

    public static TheoryData<Stage, string, string> Cells()
    {
        var cells = new TheoryData<Stage, string, string>();
        foreach (Stage stage in Enum.GetValues<Stage>())
        {
            foreach ((string command, string expected) in Commands.Keys.Zip(Expected[stage]))
                cells.Add(stage, command, expected);
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void every_stage_answers_every_command(Stage stage, string command, string expected)
    {
        TreatmentApplication state = Journey.To(stage);
        Assert.Equal(stage, state.Stage);

        Outcome<ApplicationEvent> outcome = Commands[command](state);

        Assert.Equal(expected, outcome.IsRefused ? Assert.Single(outcome.Refusals).Code : outcome.Events.Count == 0 ? "=" : "+");
    }

    public static TheoryData<Stage, string> AcceptedCells()
    {
        var cells = new TheoryData<Stage, string>();
        foreach ((Stage stage, string[] row) in Expected)
        {
            foreach ((string command, _) in Commands.Keys.Zip(row).Where(cell => cell.Second is "+" or "="))
                cells.Add(stage, command);
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(AcceptedCells))]
    public void deciding_twice_adds_nothing(Stage stage, string command)
    {
        TreatmentApplication state = Journey.To(stage);
        TreatmentApplication after = state.Then(Commands[command](state));

        Outcome<ApplicationEvent> again = Commands[command](after);

        Assert.False(again.IsRefused);
        Assert.Empty(again.Events);
    }

    private static DateOnly Calendar(string day) => Law.Calendar.Day(day);
}
