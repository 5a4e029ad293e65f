using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Committee;

namespace RegenTrack.App.Committee;

/// <summary>One stream a reviewer, under the account id.</summary>
public static class ReviewerStream
{
    public static readonly StreamType<Reviewer, ReviewerEvent> Type =
        new StreamType<Reviewer, ReviewerEvent>("reviewer", Reviewer.Initial, Reviewer.Evolve)
            .Event<ReviewerAppointed>("reviewer_appointed_v1");

    public static void Register(AppModel model) => model.Stream(Type)
        .Command<AppointReviewer>(Permission.ManageAccounts, c => c.Reviewer.Value, AppointReviewer.Decide);
}
