using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Sandbox;

/// <summary>Refusals that several commands on a grant share.</summary>
internal static class SandboxRefusals
{
    public static readonly Refusal UnknownGrant = new(
        "grant-unknown", "그런 규제특례가 없습니다. 규제특례 번호를 확인하세요.", "There is no such exemption. Check its id.", null, "Grant");

    public static readonly Refusal UnknownCondition = new(
        "condition-unknown", "이 규제특례에 그런 부가조건이 없습니다.", "This exemption has no such condition.", SandboxRules.Conditions, "Key");

    public static Refusal Required(string field) => new(
        "required", "필수 항목입니다.", "This is required.", null, field);
}
