using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Notices;

/// <summary>A hospital's subscription to notices as it stands.</summary>
/// <param name="Wish">What was last asked for; null when there is none.</param>
/// <param name="Problem">Kind of the trouble that stopped it; null while there is none.</param>
public sealed record NoticeSubscription(NoticeSubscriptionId Id, InstitutionId Institution, string Client, string Scopes, string Server, NoticeWish? Wish, NoticeState State, string? Problem)
{
    public static readonly NoticeSubscription Initial = new(default, default, "", "", "", null, NoticeState.None, null);

    public bool IsSeenBy(Actor actor) => actor.Role != Role.HospitalSystem || actor.Institution == Institution.Value;

    public static NoticeSubscription Evolve(NoticeSubscription state, NoticeEvent e) => e switch
    {
        NoticesRequested asked => new(asked.Subscription, asked.Institution, asked.Client, asked.Scopes, asked.Server, asked.Wish, NoticeState.Requested, null),
        NoticesConfirmed => state with { State = NoticeState.Active, Problem = null },
        NoticesFailed failed => state with { State = NoticeState.Failing, Problem = failed.Problem },
        NoticesEnded => state with { State = NoticeState.Off },
        NoticesWithdrawn => state with { State = NoticeState.Withdrawn },
        _ => state,
    };
}

/// <summary>Where a subscription to notices stands.</summary>
public enum NoticeState
{
    None,

    /// <summary>The endpoint has yet to answer the first message.</summary>
    Requested,
    Active,

    /// <summary>The endpoint does not take what is sent. Changes are still counted, and kept for when it is asked for anew.</summary>
    Failing,
    Off,
    Withdrawn,
}
