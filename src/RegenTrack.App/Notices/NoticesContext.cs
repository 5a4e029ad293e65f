using RegenTrack.App.Pipeline;

namespace RegenTrack.App.Notices;

/// <summary>What the context of hospitals' subscriptions declares.</summary>
public static class NoticesContext
{
    public static void Register(AppModel model)
    {
        NoticeStream.Register(model);
        model.View(new NoticeSubscriptions());
    }
}
