using System.Text.Json.Nodes;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Server;

/// <summary>What a door answers; the server turns it into HTTP.</summary>
/// <param name="Body">A resource, or null for none.</param>
/// <param name="Version">For ETag: the stream version.</param>
/// <param name="Location">Relative, e.g. <c>Task/task-1</c>.</param>
public sealed record FhirReply(int Status, JsonNode? Body = null, long? Version = null, string? Location = null)
{
    /// <summary>For answers that cite the law: the same answer as of a day of law. The server asks it last.</summary>
    internal Func<DateOnly, FhirReply>? OnDay { get; init; }

    /// <summary>A resource as it is stored, instead of a body.</summary>
    internal StoredResource? Stored { get; init; }

    /// <summary>The body as nodes, whichever way it is held.</summary>
    internal JsonNode? Shown => Body ?? (Stored is { Body: { } stored } ? JsonNode.Parse(Stamping.Stamped(stored, Stored.Version, Stored.Updated)) : null);

    /// <summary>Of a Binary: what it holds.</summary>
    internal FhirContent? Content { get; init; }

    /// <summary>Writes the body itself, instead of one that is held.</summary>
    internal Func<Microsoft.AspNetCore.Http.HttpContext, Task>? Stream { get; init; }

    /// <summary>Whether nothing is left of what the same request made before.</summary>
    internal bool IsMadeAndGone { get; init; }

    /// <summary>What <see cref="Stream"/> writes from; whoever takes the reply disposes it, written or not.</summary>
    internal IDisposable? Held { get; init; }

    /// <summary>Further headers of the answer.</summary>
    internal IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Pseudonyms of people whom the answer touches beside those that <see cref="Body"/> names; for the log of accesses.</summary>
    internal IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>The door does not do that.</summary>
    public static FhirReply NotSupported => Failed(405, Issue.Error("not-supported", "interaction-not-supported", "지원하지 않는 조작입니다. /fhir/metadata를 확인하십시오.", "This interaction is not supported. See /fhir/metadata."));

    /// <summary>Absent, or nothing this caller may know of.</summary>
    public static FhirReply NotFound => Failed(404, Issue.Error("not-found", "not-found", "해당 자원이 없거나 열람할 수 없습니다.", "There is no such resource, or none that you may see."));

    /// <summary>There was such a resource, and it was deleted.</summary>
    public static FhirReply Gone(long version) => Failed(410, Issue.Error("deleted", "deleted", "삭제된 자원입니다. 이력(_history)에서 이전 내용을 볼 수 있습니다.", "The resource was deleted. Its history (_history) shows what it was.")) with { Version = version };

    /// <summary>What the same request made before was deleted since: 409.</summary>
    internal static FhirReply MadeAndGone => Failed(409, Issue.Error(
        "deleted",
        "made-and-deleted",
        "이 요청으로 만든 자원은 그 뒤 삭제되었습니다. 다시 만들려면 새 Idempotency-Key로 보내십시오.",
        "What this request made was deleted since. To make it anew, send it with a new Idempotency-Key."))
    with
    {
        IsMadeAndGone = true,
    };

    /// <summary>A resource from the store: itself, 410 for a deletion, 404 for none.</summary>
    public static FhirReply Of(StoredResource? stored) =>
        stored is null ? NotFound : stored.Body is null ? Gone(stored.Version) : new FhirReply(200, null, stored.Version) { Stored = stored };

    public static FhirReply Ok(JsonNode resource, long? version = null) => new(200, resource, version);

    /// <summary>A Binary: its content for whoever does not ask for FHIR, else the resource with the content inside.</summary>
    public static FhirReply Binary(FhirContent content) => new(200) { Content = content };

    /// <summary>The resource, or 404 when there is none.</summary>
    public static FhirReply OkOrNotFound(JsonNode? resource, long? version = null) => resource is null ? NotFound : Ok(resource, version);

    /// <summary>Issues of the request's content.</summary>
    public static FhirReply Failed(int status, params IReadOnlyList<Issue> issues) => new(status, OperationOutcome.Of(issues));

    /// <summary>Content that is well-formed FHIR and still cannot be taken: 422.</summary>
    public static FhirReply Unprocessable(params IReadOnlyList<Issue> issues) => Failed(422, issues);

    /// <summary>An outcome other than accepted. <paramref name="expression"/> maps a command's property name (null: the whole) to the FHIRPath that it came from.</summary>
    public static FhirReply Refused(CommandOutcome outcome, Func<string?, string?>? expression = null) => Refusals.Reply(outcome, expression ?? (_ => null));

    /// <summary>What was accepted, else the refusal.</summary>
    public static FhirReply From(CommandOutcome outcome, Func<CommandOutcome.Accepted, FhirReply> accepted, Func<string?, string?>? expression = null) =>
        outcome is CommandOutcome.Accepted yes ? accepted(yes) : Refused(outcome, expression);

    /// <summary>A page of search results; <paramref name="next"/> is the cursor of the next page, when there is one.</summary>
    public static FhirReply SearchSet(IEnumerable<JsonObject> resources, long? total = null, string? next = null) => new(200, SearchBundle.Of(resources, total, next));

    /// <summary>The response to a transaction: one line an entry, in the order of the request.</summary>
    public static FhirReply Transaction(params IEnumerable<TransactionLine> lines) => new(200, TransactionLine.Bundle("transaction-response", lines));
}
