using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Notices;

/// <summary>A hospital's wish to be told of changes.</summary>
public readonly record struct NoticeSubscriptionId(string Value) : IIdentifier<NoticeSubscriptionId>
{
    public static NoticeSubscriptionId From(string value) => new(value);
}
