using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.Domain.Applications;

/// <summary>Ask the applicant for a supplement (보완요청). Before receipt no clock runs; after it the clock stands still from today.</summary>
/// <param name="Supplement">Name of the request within the application.</param>
/// <param name="Days">Term in calendar days, counted by the Civil Act.</param>
public sealed record RequestSupplement(PlanId Application, string Supplement, int Days, IReadOnlyList<SupplementItem> Items) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Supplement))
            yield return ApplicationRefusals.Required(nameof(Supplement));
        if (Days is < 1 or > 365)
            yield return new Refusal("term-out-of-range", "보완기간은 1일부터 365일까지입니다.", "The term is from 1 to 365 days.", ApplicationRules.Supplement, nameof(Days));
        if (Items.Count == 0)
            yield return new Refusal("supplement-without-items", "보완할 내용을 하나 이상 적으세요.", "Ask for at least one thing.", ApplicationRules.Supplement, nameof(Items));
        if (Items.DistinctBy(item => item.Key).Count() < Items.Count)
            yield return new Refusal("supplement-item-twice", "같은 번호의 보완 내용이 있습니다.", "Two items share one number.", ApplicationRules.Supplement, nameof(Items));
        foreach (SupplementItem item in Items)
        {
            if (string.IsNullOrWhiteSpace(item.Question))
                yield return ApplicationRefusals.Required($"Items.{item.Key}");
            if (PlanItem.Find(item.LinkId) is null)
                yield return new Refusal("plan-item-unknown", $"'{item.LinkId}'은(는) 치료계획의 항목이 아닙니다.", $"'{item.LinkId}' is no item of a treatment plan.", ApplicationRules.PlanContents, $"Items.{item.Key}");
        }

        foreach (Refusal refusal in ApplicationRefusals.Personal(Items.Select(item => ($"Items.{item.Key}", (string?)item.Question))))
            yield return refusal;
    }

    public static Outcome<ApplicationEvent> Decide(TreatmentApplication state, RequestSupplement command, Circumstances at)
    {
        if (state.Supplement(command.Supplement) is { } same)
            return same.Items.SequenceEqual(command.Items) ? Outcome<ApplicationEvent>.Accept() : NameTaken;
        if (state.OpenSupplement is { } open)
            return new Refusal("supplement-open", $"답변을 기다리는 보완요청이 있습니다(기한 {open.Due:yyyy-MM-dd}).", $"A supplement request is still open (due {open.Due:yyyy-MM-dd}).", ApplicationRules.Supplement);

        bool atIntake = state.Stage == Stage.Submitted;
        if (!atIntake && state.Stage is not (Stage.Received or Stage.ExpertReview or Stage.Deliberation))
            return ApplicationRefusals.WrongStage(state, ApplicationRules.Supplement);

        // The day of the request is the first that no longer counts.
        int? left = state.Clock?.Left(at.Today.AddDays(-1), at.Holidays);
        return new SupplementRequested(
            command.Application, command.Supplement, atIntake, command.Items, at.Today,
            LegalCalendar.Civil(at.Today, command.Days, at.Holidays), atIntake ? null : left);
    }

    private static readonly Refusal NameTaken = new(
        "supplement-name-taken", "같은 이름의 다른 보완요청이 있습니다.", "Another supplement request has this name.", ApplicationRules.Supplement, nameof(Supplement));
}
