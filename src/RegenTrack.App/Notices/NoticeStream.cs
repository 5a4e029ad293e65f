using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Notices;

namespace RegenTrack.App.Notices;

/// <summary>One subscription of a hospital to notices, seen by that hospital alone.</summary>
public static class NoticeStream
{
    public static readonly StreamType<NoticeSubscription, NoticeEvent> Type = new StreamType<NoticeSubscription, NoticeEvent>("notice-subscription", NoticeSubscription.Initial, NoticeSubscription.Evolve)
        .Event<NoticesRequested>("notices_requested_v1")
        .Event<NoticesConfirmed>("notices_confirmed_v1")
        .Event<NoticesFailed>("notices_failed_v1")
        .Event<NoticesEnded>("notices_ended_v1")
        .Event<NoticesWithdrawn>("notices_withdrawn_v1")
        .VisibleTo((actor, state) => state.IsSeenBy(actor));

    public static void Register(AppModel model) => model.Stream(Type)
        .Command<RequestNotices, int>(Permission.ReceiveNotices, c => c.Subscription.Value, Others, RequestNotices.Decide)
        .Command(
            Permission.ReceiveNotices,
            new PartsOf<ChangeNotices, NoticeChange>(c => c.Changes, change => change.Subscription.Value, change => change.Expected),
            Others,
            ChangeNotices.Decide)
        .Command<WithdrawNotices>(Permission.ReceiveNotices, c => c.Subscription.Value, WithdrawNotices.Decide)
        .Command<ConfirmNotices>(Permission.DeliverNotices, c => c.Subscription.Value, ConfirmNotices.Decide)
        .Command<FailNotices>(Permission.DeliverNotices, c => c.Subscription.Value, FailNotices.Decide)
        .Command<EndNotices>(Permission.DeliverNotices, c => c.Subscription.Value, EndNotices.Decide);

    private static Task<int> Others(RequestNotices command, FactReader facts, CancellationToken cancellation) => Others(command.Institution.Value, [command.Subscription.Value], facts, cancellation);

    // Beside those that the command does not name there will be those that it asks for, less the one that is asked about.
    private static async Task<int> Others(ChangeNotices command, FactReader facts, CancellationToken cancellation)
    {
        RequestNotices[] asked = [.. command.Changes.Select(change => change.Request).OfType<RequestNotices>()];
        return asked is [var first, ..] ? await Others(first.Institution.Value, [.. command.Changes.Select(change => change.Subscription.Value)], facts, cancellation) + asked.Length - 1 : 0;
    }

    private static async Task<int> Others(string institution, string[] named, FactReader facts, CancellationToken cancellation)
    {
        await using var count = facts.Database.CreateCommand("select count(*) from notice_subscription where institution = $1 and subscription <> all($2)");
        count.Parameters.Add(new() { Value = institution });
        count.Parameters.Add(new() { Value = named });
        return (int)(long)(await count.ExecuteScalarAsync(cancellation))!;
    }
}
