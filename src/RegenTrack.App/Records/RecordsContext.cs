using RegenTrack.App.Pipeline;

namespace RegenTrack.App.Records;

/// <summary>What the records context declares.</summary>
public static class RecordsContext
{
    public static void Register(AppModel model) => RecordStream.Register(model);
}
