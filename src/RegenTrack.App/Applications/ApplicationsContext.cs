using RegenTrack.App.Pipeline;

namespace RegenTrack.App.Applications;

/// <summary>What the applications context declares.</summary>
public static class ApplicationsContext
{
    public static void Register(AppModel model)
    {
        ApplicationStream.Register(model);
        model.View(new Worklist());
        model.Query<ListWorklist, WorklistPage>(Permission.ReadWorklist, ListWorklist.Answer);
        model.Query<ListOwnApplications, WorklistPage>(Permission.ReadOwnApplications, ListOwnApplications.Answer);
        model.Query<GetCase, CaseDetail>(Permission.ReadWorklist, GetCase.Answer);
        model.Query<GetOwnApplication, CaseDetail>(Permission.ReadOwnApplications, GetOwnApplication.Answer);
    }
}
