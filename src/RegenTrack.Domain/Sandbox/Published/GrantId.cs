using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Sandbox.Published;

/// <summary>One granted exemption (실증특례) by our id; its certificate number is data of the grant.</summary>
public readonly record struct GrantId(string Value) : IIdentifier<GrantId>
{
    public static GrantId From(string value) => new(value);
}
