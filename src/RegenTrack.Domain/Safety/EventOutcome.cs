namespace RegenTrack.Domain.Safety;

/// <summary>How the subject is: the six outcomes of the report form.</summary>
public enum EventOutcome
{
    Recovered,
    Recovering,
    NotRecovered,
    RecoveredWithSequelae,
    Fatal,
    Unknown,
}
