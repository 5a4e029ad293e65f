using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Applications;

/// <summary>The applicant answers every item of a supplement request; the clock runs again from today.</summary>
public sealed record AnswerSupplement(PlanId Application, string Supplement, IReadOnlyList<SupplementAnswer> Answers) : IShaped
{
    public static string Item(string key) => $"Answers.{key}";

    public IEnumerable<Refusal> Shape() =>
        ApplicationRefusals.Personal(Answers.Select(answer => (Item(answer.Key), (string?)answer.Text)));

    public static Outcome<ApplicationEvent> Decide(TreatmentApplication state, AnswerSupplement command, Circumstances at)
    {
        if (state.Supplement(command.Supplement) is not { } supplement)
            return state.Exists ? ApplicationRefusals.SupplementUnknown : ApplicationRefusals.Unknown;
        if (!supplement.IsOpen)
            return Same(supplement.Answers, command.Answers) ? Outcome<ApplicationEvent>.Accept() : AlreadyAnswered;
        if (state.Stage is not (Stage.IntakeSupplement or Stage.ReviewSupplement))
            return ApplicationRefusals.WrongStage(state, ApplicationRules.Supplement);

        List<Refusal> refusals = [.. Missing(supplement, command), .. Unasked(supplement, command)];
        if (refusals.Count > 0)
            return Outcome<ApplicationEvent>.Refuse(refusals);
        return new SupplementAnswered(
            command.Application, command.Supplement, command.Answers, at.Today, supplement.Due < at.Today,
            state.Clock?.Resume(at.Today).Due(at.Holidays));
    }

    private static IEnumerable<Refusal> Missing(Supplement supplement, AnswerSupplement command) =>
        from item in supplement.Items
        where command.Answers.FirstOrDefault(answer => answer.Key == item.Key) is null or { IsEmpty: true }
        select new Refusal("supplement-item-unanswered", $"보완 {item.Key}번에 답변이 없습니다.", $"Item {item.Key} of the supplement is not answered.", ApplicationRules.Supplement, Item(item.Key));

    private static IEnumerable<Refusal> Unasked(Supplement supplement, AnswerSupplement command) =>
        from answer in command.Answers
        where !supplement.Items.Any(item => item.Key == answer.Key && item.LinkId == answer.LinkId)
        select new Refusal("supplement-item-unknown", $"보완 {answer.Key}번은 요청한 항목이 아닙니다.", $"Item {answer.Key} was not asked for.", ApplicationRules.Supplement, Item(answer.Key));

    private static bool Same(IReadOnlyList<SupplementAnswer> left, IReadOnlyList<SupplementAnswer> right) =>
        left.Count == right.Count && left.Zip(right).All(pair =>
            pair.First with { Documents = pair.Second.Documents } == pair.Second && pair.First.Documents.SequenceEqual(pair.Second.Documents));

    private static readonly Refusal AlreadyAnswered = new(
        "supplement-already-answered", "이미 제출된 보완입니다.", "This supplement was already answered.", ApplicationRules.Supplement);
}
