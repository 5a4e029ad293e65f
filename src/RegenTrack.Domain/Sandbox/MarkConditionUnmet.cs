using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Sandbox;

/// <summary>Judge a condition not, or no longer, met.</summary>
/// <param name="Key">The condition's name within the grant.</param>
/// <param name="Reason">What is missing, or what changed.</param>
public sealed record MarkConditionUnmet(GrantId Grant, string Key, string Reason) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Reason))
            yield return SandboxRefusals.Required(nameof(Reason));
    }

    public static Outcome<GrantEvent> Decide(Grant state, MarkConditionUnmet command, Circumstances at)
    {
        if (!state.Exists)
            return SandboxRefusals.UnknownGrant;
        if (state.Find(command.Key) is not { } tracked)
            return SandboxRefusals.UnknownCondition;
        return !tracked.Met && tracked.Evidence == command.Reason
            ? Outcome<GrantEvent>.Accept()
            : new ConditionUnmet(command.Grant, command.Key, command.Reason, at.Today);
    }
}
