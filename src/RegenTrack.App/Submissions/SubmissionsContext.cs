using RegenTrack.App.Pipeline;

namespace RegenTrack.App.Submissions;

/// <summary>What the submissions context declares: the facts that documents are made from.</summary>
public static class SubmissionsContext
{
    public static void Register(AppModel model)
    {
        model.Query<GatherFiling, ApplicationDossier>(Permission.ReadDocuments, GatherFiling.Answer);
        model.Query<GatherResult, ApplicationDossier>(Permission.ReadDocuments, GatherResult.Answer);
    }
}
