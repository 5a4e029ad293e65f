namespace RegenTrack.Domain.Kernel;

/// <summary>A one-field identifier. Serialised as its bare string.</summary>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    string Value { get; }

    static abstract TSelf From(string value);
}
