using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Records;

namespace RegenTrack.App.Records;

/// <summary>One record that a hospital keeps here, seen by that hospital alone.</summary>
public static class RecordStream
{
    public static readonly StreamType<HospitalRecord, RecordEvent> Type = new StreamType<HospitalRecord, RecordEvent>("record", HospitalRecord.Initial, HospitalRecord.Evolve)
        .Event<RecordKept>("record_kept_v1")
        .Event<RecordRemoved>("record_removed_v1")
        .VisibleTo((actor, state) => state.IsSeenBy(actor));

    public static void Register(AppModel model) => model.Stream(Type)
        .Command(
            Permission.KeepRecords,
            new PartsOf<ChangeRecords, RecordChange>(c => c.Changes, change => change.Record.Value, change => change.Expected),
            ChangeRecords.Decide);
}
