using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Treatments.Published;

namespace RegenTrack.Domain.Treatments;

/// <summary>Erase who a subject is. What was done stays recorded under the pseudonym, so that lots remain traceable.</summary>
public sealed record EraseSubject(TreatmentCaseId Case)
{
    /// <param name="retainUntil">Last day on which the identity must be kept; null when none is held.</param>
    public static Outcome<TreatmentEvent> Decide(TreatmentCase state, EraseSubject command, DateOnly? retainUntil, Circumstances at)
    {
        if (!state.Exists || !state.IsSeenBy(at.By))
            return TreatmentRefusals.UnknownCase;
        if (state.ErasedOn is not null)
            return Outcome<TreatmentEvent>.Accept();
        if (retainUntil is not { } until)
            return new Refusal("identity-not-held", "보관 중인 신원 정보가 없습니다.", "No identity is held.", null, nameof(Case));
        if (at.Today <= until)
            return new Refusal("retention-not-over", $"법정 보존기간({until:yyyy-MM-dd}까지)이 끝나지 않아 지울 수 없습니다.", $"It cannot be erased before the statutory retention ends ({until:yyyy-MM-dd}).", TreatmentRules.Retention, nameof(Case));
        return new SubjectErased(state.Id, state.Subject, at.Today);
    }
}
