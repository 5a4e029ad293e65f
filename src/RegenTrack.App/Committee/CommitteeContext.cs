using RegenTrack.App.Pipeline;

namespace RegenTrack.App.Committee;

/// <summary>What the committee context declares.</summary>
public static class CommitteeContext
{
    public static void Register(AppModel model)
    {
        ReviewerStream.Register(model);
        model.View(new Roster());
        model.Query<ListReviewers, RosterPage>(Permission.ReadWorklist, Roster.List);
    }
}
