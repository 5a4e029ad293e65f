using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Committee.Published;

/// <summary>A committee member or expert by account id; never a name.</summary>
public readonly record struct ReviewerId(string Value) : IIdentifier<ReviewerId>
{
    public static ReviewerId From(string value) => new(value);
}
