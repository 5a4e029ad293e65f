using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Applications;

/// <summary>What the gate found: whether the prior evidence lets the plan be filed and decided.</summary>
/// <param name="Code">Stable code of the finding.</param>
public sealed record EvidenceGateResult(GateOutcome Outcome, string Code, Bilingual Finding);

public enum GateOutcome
{
    Pass,

    /// <summary>Passes only through an exemption, and is marked so everywhere.</summary>
    PassByExemption,
    Block,
}
