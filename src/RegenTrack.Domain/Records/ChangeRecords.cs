using System.Text;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Records;

/// <summary>Keep or take back a hospital's records, all of them or none.</summary>
public sealed record ChangeRecords(IReadOnlyList<RecordChange> Changes) : IShaped
{
    /// <summary>Largest content of one record, bytes of UTF-8.</summary>
    public const int Largest = 262_144;

    public IEnumerable<Refusal> Shape()
    {
        foreach (var (index, change) in Changes.Index())
        {
            if (change.Content is { } content && Encoding.UTF8.GetByteCount(content) > Largest)
                yield return new Refusal("record-too-large", $"{Largest / 1024} KiB를 넘는 자원은 보관하지 않습니다.", $"A resource of more than {Largest / 1024} KiB is not kept.", null, $"{nameof(Changes)}[{index}]");
        }

        if (Changes.Count == 0 || Changes.DistinctBy(change => change.Record).Count() < Changes.Count)
            yield return new Refusal("record-twice", "한 번에 같은 자원을 두 번 바꿀 수 없습니다.", "One request cannot change the same resource twice.", null, nameof(Changes));
    }

    public static Outcome<RecordEvent> Decide(HospitalRecord state, RecordChange change, Circumstances at) =>
        state.Content == change.Content && state.Person?.Reference == change.Person?.Reference ? Outcome<RecordEvent>.Accept()
        : change.Content is { } content ? new RecordKept(change.Record, change.Institution, content, change.Person)
        : new RecordRemoved(change.Record, state.People);
}

/// <summary>What one record is to be.</summary>
/// <param name="Content">The resource as JSON; null takes it back. It can be kept anew under its id.</param>
/// <param name="Expected">The version that the hospital saw; null for whatever is there.</param>
/// <param name="Person">Where all of it lies when it tells who somebody is.</param>
public sealed record RecordChange(RecordId Record, InstitutionId Institution, string? Content, long? Expected = null, RecordPerson? Person = null);
