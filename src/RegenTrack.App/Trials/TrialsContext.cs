using RegenTrack.App.Pipeline;

namespace RegenTrack.App.Trials;

/// <summary>Declares the Trials context.</summary>
public static class TrialsContext
{
    public static void Register(AppModel model)
    {
        TrialStream.Register(model);
        model.View(new TrialList());
        model.Query<ListTrials, TrialPage>(Permission.ReadTrials, TrialList.List);
        model.Query<ShowTrial, TrialDetail>(Permission.ReadTrials, ShowTrial.Answer);
        model.Query<ShowEvidence, EvidenceDetail>(Permission.ReadTrials, ShowEvidence.Answer);
    }
}
