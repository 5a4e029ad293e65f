using MediatR;
using Npgsql;
using RegenTrack.App.Resources;
using RegenTrack.App.Vault;
using RegenTrack.EventStore;

namespace RegenTrack.App.Pipeline.Behaviours;

/// <summary>A session for each attempt; one commit, and only of what was accepted. A refusal leaves no receipt, so that a corrected request is judged afresh.</summary>
internal sealed class UnitOfWork<TCommand>(Store store, VaultKey vault) : IPipelineBehavior<Envelope<TCommand>, CommandOutcome>
    where TCommand : notnull
{
    public async Task<CommandOutcome> Handle(Envelope<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<CommandOutcome> next)
    {
        try
        {
            return await Attempt(request, next, cancellationToken);
        }
        catch (PostgresException duplicate) when (duplicate.ConstraintName == "command_receipt_pkey")
        {
            // The same request arrived twice at the same moment and its twin is committed: this attempt finds the twin's receipt.
            return await Attempt(request, next, cancellationToken);
        }
    }

    private async Task<CommandOutcome> Attempt(Envelope<TCommand> request, RequestHandlerDelegate<CommandOutcome> next, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        request.Session = session;
        var outcome = await next();
        if (outcome is not CommandOutcome.Accepted { Replayed: false })
        {
            return outcome;
        }

        foreach (var row in request.Files.Select(file => file.Row()).Concat(request.Identities.SelectMany(identity => identity.Rows(vault))))
        {
            session.Add(row);
        }

        foreach (var row in ResourceAbsence.Required(request.Unless))
        {
            session.Add(row);
        }

        var metadata = new EventMetadata(
            request.Actor.Id,
            request.Actor.Role.ToString(),
            request.Actor.Institution,
            request.Reason,
            request.CommandId,
            request.CorrelationId,
            request.CausationId,
            request.ObservedAt,
            request.ContentHash,
            request.Statement);
        var committed = await session.Commit(metadata, cancellationToken);
        return committed.Conflict is { } conflict ? new CommandOutcome.Conflict(conflict.ActualVersion) : outcome;
    }
}
