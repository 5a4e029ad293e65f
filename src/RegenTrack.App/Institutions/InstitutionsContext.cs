using RegenTrack.App.Pipeline;

namespace RegenTrack.App.Institutions;

/// <summary>What the institutions context declares.</summary>
public static class InstitutionsContext
{
    public static void Register(AppModel model) => InstitutionStream.Register(model);
}
