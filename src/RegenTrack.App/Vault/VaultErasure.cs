using Npgsql;
using RegenTrack.Domain.Treatments;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.App.Vault;

/// <summary>Destroys an identity once its erasure is recorded, in one transaction with its own position.</summary>
internal sealed class VaultErasure(Store store) : Subscription("vault")
{
    public override Task<IReadOnlyList<NpgsqlBatchCommand>> Handle(IReadOnlyList<EventRow> events, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<NpgsqlBatchCommand>>(
            [.. events.Select(row => row.Interpret(store.Streams)?.Data).OfType<SubjectErased>().SelectMany(erased => IdentityVault.Destroy(erased.Subject.Value))]);
}
