using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Treatments.Published;

namespace RegenTrack.Domain.Treatments;

/// <summary>Record that the subject took the consent back. What was given stays recorded.</summary>
public sealed record WithdrawConsent(TreatmentCaseId Case, DateOnly WithdrawnOn)
{
    public static Outcome<TreatmentEvent> Decide(TreatmentCase state, WithdrawConsent command, Circumstances at)
    {
        if (!state.Exists || !state.IsSeenBy(at.By))
            return TreatmentRefusals.UnknownCase;
        if (state.WithdrawnOn is { } withdrawn)
            return withdrawn == command.WithdrawnOn ? Outcome<TreatmentEvent>.Accept() : AlreadyWithdrawn;
        if (command.WithdrawnOn > at.Today)
            return new Refusal("withdrawn-in-the-future", "철회일은 오늘보다 늦을 수 없습니다.", "The withdrawal cannot be in the future.", null, nameof(WithdrawnOn));
        if (command.WithdrawnOn < state.Consent!.SignedOn)
            return new Refusal("withdrawn-before-consent", "철회일이 동의일보다 빠릅니다.", "The withdrawal precedes the consent.", TreatmentRules.Consent, nameof(WithdrawnOn));
        return new ConsentWithdrawn(state.Id, state.Subject, command.WithdrawnOn);
    }

    private static readonly Refusal AlreadyWithdrawn = new(
        "consent-already-withdrawn", "이미 다른 날에 철회한 동의입니다.", "The consent was already withdrawn on another day.", null, nameof(WithdrawnOn));
}
