using RegenTrack.Domain.Institutions.Published;

namespace RegenTrack.Domain.Notices;

/// <summary>What happens to a hospital's subscription to notices.</summary>
public abstract record NoticeEvent;

/// <summary>A hospital asked for notices, for the first time or anew. Its endpoint has yet to answer.</summary>
/// <param name="Client">The system that asked.</param>
/// <param name="Scopes">What its token let it read of the topic's resources, as SMART scopes.</param>
/// <param name="Server">Address of the API as that system reaches it.</param>
public sealed record NoticesRequested(NoticeSubscriptionId Subscription, InstitutionId Institution, string Client, string Scopes, string Server, NoticeWish Wish) : NoticeEvent;

/// <summary>The endpoint answered.</summary>
public sealed record NoticesConfirmed(NoticeSubscriptionId Subscription) : NoticeEvent;

/// <summary>The endpoint was tried as often as it is tried.</summary>
/// <param name="Problem">Kind of the last trouble, e.g. <c>timeout</c> or <c>http-500</c>.</param>
public sealed record NoticesFailed(NoticeSubscriptionId Subscription, string Problem) : NoticeEvent;

/// <summary>Nothing is sent any more, until the hospital asks anew.</summary>
public sealed record NoticesEnded(NoticeSubscriptionId Subscription, NoticeEnding Ending) : NoticeEvent;

/// <summary>The hospital took its subscription back, for good.</summary>
public sealed record NoticesWithdrawn(NoticeSubscriptionId Subscription) : NoticeEvent;

/// <summary>Why notices end.</summary>
public enum NoticeEnding
{
    /// <summary>The hospital switched them off.</summary>
    SwitchedOff,

    /// <summary>The time that it named is over.</summary>
    Expired,

    /// <summary>The system that asked may not read these resources any more.</summary>
    NoLongerAllowed,
}
