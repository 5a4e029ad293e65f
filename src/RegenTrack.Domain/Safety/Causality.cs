namespace RegenTrack.Domain.Safety;

/// <summary>WHO-UMC causality between treatment and event, as the report form lists it.</summary>
public enum Causality
{
    Certain,
    Probable,
    Possible,
    Unlikely,
    Conditional,
    Unassessable,
    NotApplicable,
}
