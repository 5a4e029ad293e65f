namespace RegenTrack.EventStore.Subscriptions;

/// <summary>A subscription will not handle an event, for a reason with a stable code that holds nothing of the event and may be shown and logged.</summary>
public sealed class EventRefusedException(string code) : Exception(code)
{
    public string Code { get; } = code;
}
