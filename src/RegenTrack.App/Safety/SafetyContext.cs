using RegenTrack.App.Pipeline;

namespace RegenTrack.App.Safety;

/// <summary>What the safety context declares.</summary>
public static class SafetyContext
{
    public static void Register(AppModel model)
    {
        AdverseEventStream.Register(model);
        model.View(new AdverseEventBoard());
        model.Query<ListAdverseEvents, AdverseEventPage>(Permission.ReadSafety, AdverseEventBoard.List);
        model.Query<TraceAdverseEvent, AdverseEventTrace>(Permission.ReadSafety, TraceAdverseEvent.Answer);
    }
}
