using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using Npgsql;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Pipeline.Behaviours;

/// <summary>Idempotency: the outcome is stored with the events, in one commit, and returned when the same actor sends the same command id again.</summary>
internal sealed class Receipt<TCommand>(CommandRoute<TCommand> route) : IPipelineBehavior<Envelope<TCommand>, CommandOutcome>
    where TCommand : notnull
{
    public const string Table = """
        create table if not exists command_receipt (
            actor text not null, command_id text not null,
            command text not null, content bytea not null,
            stream text not null, version bigint not null,
            recorded_at timestamptz not null default now(),
            primary key (actor, command_id));
        """;

    public async Task<CommandOutcome> Handle(Envelope<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<CommandOutcome> next)
    {
        var content = request.Sent ?? SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request.Command, EventJson.Options));
        CommandOutcome? stored = null;
        await request.Session!.Prefetch(
            route.Stream,
            route.StreamId(request.Command),
            Statement("select command, content, stream, version from command_receipt where actor = $1 and command_id = $2", request.Actor.Id, request.CommandId),
            async reader => stored = await reader.ReadAsync(cancellationToken) ? Stored(reader, content) : null,
            cancellationToken);
        if (stored is not null)
        {
            return stored;
        }

        var outcome = await next();
        if (outcome is CommandOutcome.Accepted accepted)
        {
            // Two requests with one id at the same moment: the key lets one through, and the unit of work asks again for the other.
            request.Session!.Add(Statement(
                "insert into command_receipt (actor, command_id, command, content, stream, version) values ($1, $2, $3, $4, $5, $6)",
                request.Actor.Id, request.CommandId, route.Name, content, accepted.StreamKey, accepted.Version));
        }

        return outcome;
    }

    private CommandOutcome Stored(NpgsqlDataReader reader, byte[] content) =>
        reader.GetString(0) == route.Name && reader.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(content)
            ? new CommandOutcome.Accepted(reader.GetString(2), reader.GetInt64(3), Replayed: true)
            : new CommandOutcome.Refused([new Refusal(
                "command-id-reused",
                "같은 요청 번호로 다른 내용이 이미 처리되었습니다. 새 요청 번호로 다시 보내십시오.",
                "This request id was already used for something else. Send the request again with a new id.")]);

    private static NpgsqlBatchCommand Statement(string sql, params ReadOnlySpan<object> values)
    {
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            statement.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return statement;
    }
}
