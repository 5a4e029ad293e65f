using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Sandbox;

/// <summary>Judge a condition met, on evidence.</summary>
/// <param name="Key">The condition's name within the grant.</param>
/// <param name="Evidence">What shows it: a document, a count, an inspection.</param>
public sealed record MarkConditionMet(GrantId Grant, string Key, string Evidence) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Evidence))
            yield return SandboxRefusals.Required(nameof(Evidence));
    }

    public static Outcome<GrantEvent> Decide(Grant state, MarkConditionMet command, Circumstances at) =>
        state.Judge(command.Key, true, command.Evidence, new ConditionMet(command.Grant, command.Key, command.Evidence, at.Today));
}
