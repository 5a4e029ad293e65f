using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Sandbox;

/// <summary>Record proof of the liability insurance that the act asks for before the start.</summary>
public sealed record RecordInsurance(GrantId Grant, LiabilityInsurance Insurance) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Insurance.Insurer))
            yield return SandboxRefusals.Required(nameof(LiabilityInsurance.Insurer));
        if (string.IsNullOrWhiteSpace(Insurance.PolicyNumber))
            yield return SandboxRefusals.Required(nameof(LiabilityInsurance.PolicyNumber));
    }

    public static Outcome<GrantEvent> Decide(Grant state, RecordInsurance command, Circumstances at)
    {
        var proof = command.Insurance;
        if (!state.Exists)
            return SandboxRefusals.UnknownGrant;
        if (state.Insurance == proof)
            return Outcome<GrantEvent>.Accept();
        if (proof.Until < proof.From)
            return new Refusal("insurance-ends-before-it-begins", "보험기간의 끝이 시작보다 빠릅니다.", "The insurance ends before it begins.", SandboxRules.Insurance, nameof(LiabilityInsurance.Until));
        List<Refusal> low =
        [
            .. TooLow(proof.DeathCover, LiabilityInsurance.LeastDeathCover, nameof(LiabilityInsurance.DeathCover)),
            .. TooLow(proof.InjuryCover, LiabilityInsurance.LeastInjuryCover, nameof(LiabilityInsurance.InjuryCover)),
            .. TooLow(proof.DisabilityCover, LiabilityInsurance.LeastDisabilityCover, nameof(LiabilityInsurance.DisabilityCover)),
            .. TooLow(proof.PropertyCover, LiabilityInsurance.LeastPropertyCover, nameof(LiabilityInsurance.PropertyCover)),
        ];
        return low.Count > 0 ? Outcome<GrantEvent>.Refuse(low) : new InsuranceRecorded(command.Grant, proof);
    }

    private static IEnumerable<Refusal> TooLow(long cover, long least, string field)
    {
        if (cover < least)
        {
            yield return new Refusal(
                "insurance-cover-too-low",
                FormattableString.Invariant($"보장 한도가 법정 한도 {least:N0}원보다 낮습니다."),
                FormattableString.Invariant($"The cover is below the required KRW {least:N0}."),
                SandboxRules.Insurance,
                field);
        }
    }
}
