using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.Domain.Applications;

/// <summary>Grant the applicant's request for a longer term (보완기간 연장), at most twice.</summary>
/// <param name="From">The last day of the term as the applicant knows it: the same request again finds it changed and adds nothing.</param>
/// <param name="Days">Calendar days added to it.</param>
public sealed record ExtendSupplement(PlanId Application, string Supplement, DateOnly From, int Days, string Reason) : IShaped
{
    private const int Most = 2;

    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Reason))
            yield return ApplicationRefusals.Required(nameof(Reason));
        if (Days is < 1 or > 365)
            yield return new Refusal("term-out-of-range", "연장 기간은 1일부터 365일까지입니다.", "The extension is from 1 to 365 days.", ApplicationRules.Supplement, nameof(Days));
        foreach (Refusal refusal in ApplicationRefusals.Personal((nameof(Reason), Reason)))
            yield return refusal;
    }

    public static Outcome<ApplicationEvent> Decide(TreatmentApplication state, ExtendSupplement command, Circumstances at)
    {
        if (state.Supplement(command.Supplement) is not { } supplement)
            return state.Exists ? ApplicationRefusals.SupplementUnknown : ApplicationRefusals.Unknown;
        DateOnly due = LegalCalendar.Civil(command.From, command.Days, at.Holidays);
        if (supplement.Extensions.Any(extension => extension.Due == due && extension.Reason == command.Reason))
            return Outcome<ApplicationEvent>.Accept();
        if (!supplement.IsOpen)
            return new Refusal("supplement-already-answered", "이미 제출된 보완입니다.", "This supplement was already answered.", ApplicationRules.Supplement);
        if (supplement.Extensions.Count >= Most)
            return new Refusal("supplement-extended-twice", "보완기간은 두 번까지만 연장할 수 있습니다.", "The term may be extended at most twice.", ApplicationRules.Supplement);
        if (supplement.Due < at.Today)
            return new Refusal("supplement-term-over", "보완기간이 지나 연장할 수 없습니다.", "The term is over and cannot be extended.", ApplicationRules.Supplement);
        if (supplement.Due != command.From)
            return new Refusal("supplement-term-changed", $"보완기한은 {supplement.Due:yyyy-MM-dd}입니다.", $"The term ends on {supplement.Due:yyyy-MM-dd}.", ApplicationRules.Supplement, nameof(From));
        return new SupplementExtended(command.Application, command.Supplement, at.Today, due, command.Reason);
    }
}
