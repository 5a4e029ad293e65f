using RegenTrack.App.Pipeline;

namespace RegenTrack.App;

/// <summary>The whole application: every context, a line each.</summary>
public static class RegenTrackModel
{
    public static AppModel Create()
    {
        var model = new AppModel();
        return model;
    }
}
