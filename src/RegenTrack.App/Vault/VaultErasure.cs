using Npgsql;
using RegenTrack.Domain.Records;
using RegenTrack.Domain.Treatments;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.App.Vault;

/// <summary>Destroys an identity once its erasure is recorded, in one transaction with its own position.</summary>
internal sealed class VaultErasure(Store store) : Subscription("vault")
{
    public override Task<IReadOnlyList<NpgsqlBatchCommand>> Handle(IReadOnlyList<EventRow> events, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<NpgsqlBatchCommand>>(
            [.. events.SelectMany(row => Erased(row.Interpret(store.Streams)?.Data)).SelectMany(IdentityVault.Destroy)]);

    private static IEnumerable<string> Erased(object? data) => data switch
    {
        SubjectErased erased => [erased.Subject.Value],
        RecordRemoved { People: { } people } => people,
        _ => [],
    };
}
