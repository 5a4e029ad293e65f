using System.Globalization;
using System.Security.Cryptography;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Resources;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Kernel;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>Who asks, under which command id, and with what a door answers.</summary>
/// <param name="CommandId">From Idempotency-Key or X-Request-Id, else from client, address and body, when the same again cannot but mean the same: see <c>Calls</c>.</param>
public sealed record FhirCall(Actor Actor, IMediator Mediator, string CommandId, IServiceProvider Services, CancellationToken CancellationToken)
{
    /// <summary>Whether the sender named the command id; else it is told by what was sent.</summary>
    internal bool IsNamed { get; init; }

    /// <summary>The version of If-Match, or null.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>Every version that If-Match names; <see cref="ExpectedVersion"/> is the first.</summary>
    internal IReadOnlyList<long> Accepted { get; init; } = [];

    public string? CorrelationId { get; init; }

    /// <summary>The server's FHIR root as the caller sees it, without a slash at the end.</summary>
    public string Base { get; init; } = FhirServer.Root;

    /// <summary>What the caller's token allows.</summary>
    public GrantedScopes Scopes { get; init; } = GrantedScopes.None;

    /// <summary>Search queries of the token's scopes, of which whatever this call reads or writes must fit one; none: no restriction.</summary>
    public IReadOnlyList<string> Restrictions { get; init; } = [];

    /// <summary>Of the body that was sent; null when there was none.</summary>
    public string? ContentHash { get; init; }

    /// <summary>What the sender says itself of where it comes from, checked; null when it says nothing.</summary>
    public string? Statement { get; init; }

    /// <summary>What must not exist when something is created.</summary>
    internal IReadOnlyList<ResourceQuery> Unless { get; init; } = [];

    /// <summary>A hash of the request, when the command that it comes to depends on what stands already.</summary>
    internal byte[]? Sent { get; private init; }

    /// <summary>The instant of the request, UTC.</summary>
    public DateTimeOffset Now { get; init; }

    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The id of a new thing, the same for the same request. Say a different <paramref name="prefix"/> for each thing one request makes.</summary>
    public string NewId(string prefix) => IdOf(Actor.Id, CommandId, prefix);

    /// <summary>The id that a client's request leads to. Two clients that happen to use the same request id never meet.</summary>
    public static string IdOf(string client, string commandId, string prefix) => Ids.From($"{client}|{commandId}", prefix);

    /// <summary>The call that means this version and no other, unless If-Match does not name it.</summary>
    internal FhirCall At(long version) => this with { ExpectedVersion = ExpectedVersion is null || Accepted.Contains(version) ? version : ExpectedVersion, Accepted = [] };

    /// <summary>The call of a request whose command depends on what stands already: the same body under the same command id is the same command nevertheless.</summary>
    internal FhirCall AsSent(ReadOnlyMemory<byte> body) => this with { Sent = SHA256.HashData(body.Span), ContentHash = Calls.HashOf(body.Span) };

    /// <summary>Sends a command as this caller. <paramref name="part"/> tells several commands of one request apart; files and people are kept only when it is accepted.</summary>
    public Task<CommandOutcome> Send<TCommand>(
        TCommand command, DateTimeOffset? observedAt = null, string? reason = null, string? part = null, IReadOnlyList<NewFile>? files = null, IReadOnlyList<NewIdentity>? identities = null)
        where TCommand : notnull =>
        Mediator.Send(
            new Envelope<TCommand>(command, Actor, part is null ? CommandId : $"{CommandId}/{part}")
            {
                ObservedAt = observedAt,
                Reason = reason,
                ExpectedVersion = ExpectedVersion,
                CorrelationId = CorrelationId,
                ContentHash = ContentHash,
                Statement = Statement,
                Files = files ?? [],
                Identities = identities ?? [],
                Unless = Unless,
                Sent = Sent,
            },
            CancellationToken);

    /// <summary>A resource as this caller may see it.</summary>
    public Task<StoredResource?> Find(string type, string id) => Service<ResourceReader>().Find(type, id, Actor.Institution, CancellationToken);

    /// <summary>201 with what an accepted command made; <see cref="FhirReply.MadeAndGone"/> when the command was one of before and somebody deleted that since.</summary>
    public async Task<FhirReply> Created(string type, string id) =>
        FhirReply.Of(await Find(type, id)) is var made && made.Status == 410 ? FhirReply.MadeAndGone : made with { Status = 201, Location = $"{type}/{id}" };

    /// <summary>Creates. Who deleted what it made and sends the same again without naming the request wants it anew, and again only once.</summary>
    internal async Task<FhirReply> Create(Func<FhirCall, Task<FhirReply>> create)
    {
        var reply = await create(this);
        for (var round = 1; reply.IsMadeAndGone && !IsNamed; round++)
            reply = await create(this with { CommandId = $"{CommandId}~{round.ToString(CultureInfo.InvariantCulture)}" });
        return reply;
    }

    /// <summary>200 with what an accepted command left.</summary>
    public async Task<FhirReply> Updated(string type, string id) => FhirReply.Of(await Find(type, id));

    /// <summary>Asks a question. Null means absent or forbidden.</summary>
    public Task<T?> Ask<T>(IQuery<T> query)
        where T : class => Mediator.Send(query, CancellationToken);
}
