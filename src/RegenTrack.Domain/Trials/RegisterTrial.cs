using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>Make a trial known, or bring its registry entry up to date.</summary>
public sealed record RegisterTrial(TrialId Trial, TrialRegistration Registration)
{
    public static Outcome<TrialEvent> Decide(Trial state, RegisterTrial command, Circumstances at)
    {
        if (!RegistryNumber.IsValid(command.Trial.Value))
            return new Refusal(
                "trial-number-format",
                $"임상시험 등록번호 형식이 아닙니다: '{command.Trial.Value}'. NCT 뒤 숫자 8자리, KCT 뒤 숫자 7자리 또는 EU CT 번호(예: 2023-512345-12-00)를 쓰십시오.",
                $"'{command.Trial.Value}' is not a registry number. Use NCT and 8 digits, KCT and 7 digits, or an EU CT number (e.g. 2023-512345-12-00).",
                field: nameof(Trial));
        if (string.IsNullOrWhiteSpace(command.Registration.Title))
            return new Refusal("trial-title-missing", "임상시험 제목이 없습니다.", "The trial has no title.", field: nameof(Registration));
        if (state.Registration is not { } known)
            return new TrialRegistered(command.Trial, command.Registration);
        return known.SaysTheSameAs(command.Registration)
            ? Outcome<TrialEvent>.Accept()
            : new TrialRegistrationRevised(command.Trial, command.Registration);
    }
}
