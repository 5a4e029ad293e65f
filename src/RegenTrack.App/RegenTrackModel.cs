using RegenTrack.App.Applications;
using RegenTrack.App.Cells;
using RegenTrack.App.Committee;
using RegenTrack.App.Institutions;
using RegenTrack.App.Notices;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Records;
using RegenTrack.App.Safety;
using RegenTrack.App.Sandbox;
using RegenTrack.App.Submissions;
using RegenTrack.App.Treatments;
using RegenTrack.App.Trials;

namespace RegenTrack.App;

/// <summary>The whole application: every context, a line each.</summary>
public static class RegenTrackModel
{
    public static AppModel Create()
    {
        var model = new AppModel();
        CellsContext.Register(model);
        InstitutionsContext.Register(model);
        CommitteeContext.Register(model);
        ApplicationsContext.Register(model);
        SandboxContext.Register(model);
        SubmissionsContext.Register(model);
        TrialsContext.Register(model);
        TreatmentsContext.Register(model);
        SafetyContext.Register(model);
        RecordsContext.Register(model);
        NoticesContext.Register(model);
        return model;
    }
}
