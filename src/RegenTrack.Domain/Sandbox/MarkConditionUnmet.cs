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

    public static Outcome<GrantEvent> Decide(Grant state, MarkConditionUnmet command, Circumstances at) =>
        state.Judge(command.Key, false, command.Reason, new ConditionUnmet(command.Grant, command.Key, command.Reason, at.Today));
}
