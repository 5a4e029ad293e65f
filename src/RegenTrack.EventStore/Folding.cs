namespace RegenTrack.EventStore;

/// <summary>A state that stored events are folded into, whatever its type.</summary>
internal abstract class Folding
{
    /// <summary>Of the last event folded.</summary>
    public long Version { get; private set; }

    public abstract string Shape { get; }

    public abstract byte[] Snapshot();

    public void Apply(long version, string eventAlias, byte[] data)
    {
        Evolve(eventAlias, data);
        Version = version;
    }

    protected abstract void Evolve(string eventAlias, byte[] data);
}
