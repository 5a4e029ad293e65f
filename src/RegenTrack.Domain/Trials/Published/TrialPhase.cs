namespace RegenTrack.Domain.Trials.Published;

/// <summary>The phase as the registry states it; two phases run as one trial are one value.</summary>
public enum TrialPhase
{
    /// <summary>The registry states none: an observational study, a device, expanded access.</summary>
    NotStated,
    EarlyPhase1,
    Phase1,
    Phase1And2,
    Phase2,
    Phase2And3,
    Phase3,
    Phase4,
}
