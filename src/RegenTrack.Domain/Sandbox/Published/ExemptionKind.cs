namespace RegenTrack.Domain.Sandbox.Published;

/// <summary>What the planned sandbox lets operators do.</summary>
public enum ExemptionKind
{
    /// <summary>(a) A completed commercial trial stands in for the regenerative-medicine research before treatment.</summary>
    TrialForResearch,

    /// <summary>(b) Raw cells may be imported and used for research, treatment or both, as each operator's scope says.</summary>
    ImportedRawCells,
}
