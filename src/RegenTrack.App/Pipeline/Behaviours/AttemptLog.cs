using MediatR;
using Npgsql;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Pipeline.Behaviours;

/// <summary>Outermost: what was tried and did not happen leaves a row of its own, in its own small transaction.</summary>
internal sealed class AttemptLog<TCommand>(CommandRoute<TCommand> route, NpgsqlDataSource database) : IPipelineBehavior<Envelope<TCommand>, CommandOutcome>
    where TCommand : notnull
{
    public const string Table = """
        create table if not exists attempt_log (
            id bigint generated always as identity primary key,
            at timestamptz not null default now(),
            actor text not null, role text not null, institution text,
            command text not null, stream text not null,
            outcome text not null, codes text[] not null, correlation text);
        create index if not exists attempt_log_at on attempt_log (at, id);
        """;

    public async Task<CommandOutcome> Handle(Envelope<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<CommandOutcome> next)
    {
        var outcome = await next();
        if (outcome is CommandOutcome.Accepted)
        {
            return outcome;
        }

        await using var insert = database.CreateCommand(
            "insert into attempt_log (actor, role, institution, command, stream, outcome, codes, correlation) values ($1, $2, $3, $4, $5, $6, $7, $8)");
        foreach (var value in new object?[]
        {
            request.Actor.Id, request.Actor.Role.ToString(), request.Actor.Institution, route.Name,
            route.Stream.KeyOf(route.StreamId(request.Command)), outcome.GetType().Name, Codes(outcome), request.CorrelationId,
        })
        {
            insert.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        await insert.ExecuteNonQueryAsync(cancellationToken);
        return outcome;
    }

    private static string[] Codes(CommandOutcome outcome) => outcome switch
    {
        CommandOutcome.Refused refused => Codes(refused.Refusals),
        CommandOutcome.Invalid invalid => Codes(invalid.Refusals),
        _ => [],
    };

    private static string[] Codes(IReadOnlyList<Refusal> refusals) => [.. refusals.Select(refusal => refusal.Code)];
}
