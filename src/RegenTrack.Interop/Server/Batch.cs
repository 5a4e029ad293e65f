using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>A batch: every entry on its own, in order, answered as the same request alone would be, each with its own outcome and its own command id.</summary>
internal static class Batch
{
    /// <summary>Bytes of resources that one answer holds, give or take the last of them.</summary>
    private const long MostShown = 32 << 20;

    public static async Task<FhirReply> Process(HttpContext http, FhirTransaction batch, DoorMap doors, FhirCall call)
    {
        var lines = new List<TransactionLine>();
        var shown = 0L;
        foreach (var (index, entry) in batch.Entries.Index())
        {
            if (shown >= MostShown && IsRead(entry))
            {
                lines.Add(new TransactionLine(400, Outcome: OperationOutcome.Of([TooMuch(entry)])));
                continue;
            }

            var (reply, part) = await Answer(http, entry, doors, call with { CommandId = call.IsNamed || entry.IsRepeatable ? $"{call.CommandId}/{index}" : Ids.New("request") });
            reply = reply.OnDay?.Invoke(KoreanTime.DayOf(call.Now)) ?? reply;
            using var held = reply.Held;
            if (reply.Stream is { } stream)
            {
                await stream(part);
                await part.Response.BodyWriter.FlushAsync(call.CancellationToken);
                reply = reply with { Body = JsonNode.Parse(((MemoryStream)part.Response.Body).ToArray()), Stream = null };
            }

            var line = Line(reply, entry, part.Request, shown < MostShown);
            shown += line.Shown is null ? 0 : Size(reply);
            lines.Add(line);
        }

        return new FhirReply(200, TransactionLine.Bundle("batch-response", lines));
    }

    private static async Task<(FhirReply Reply, HttpContext Part)> Answer(HttpContext http, FhirEntry entry, DoorMap doors, FhirCall call)
    {
        var references = new ConditionalReferences(doors, call);
        var unresolved = await references.Find(entry.Resource, entry.At());
        var part = BatchPart.Request(http, entry, references.Resolved(entry.Resource), call);
        return (unresolved ?? KnownAddress.Refusal(part.Request, doors) ?? ScopeGate.Refusal(part) ?? await FhirRoutes.Answer(part, doors, entry.Address), part);
    }

    private static TransactionLine Line(FhirReply reply, FhirEntry entry, HttpRequest request, bool hasRoom)
    {
        if (reply.Status >= 400)
            return new TransactionLine(reply.Status == 409 && entry.IfMatch is not null ? 412 : reply.Status, Outcome: reply.Body);
        if (FhirHttp.IsKnown(request, reply))
            return new TransactionLine(304, Version: reply.Version);
        return new TransactionLine(reply.Status, reply.Location, reply.Version, IsRead(entry) || hasRoom && FhirHttp.WantsRepresentation(request) ? reply.Content?.Resource() ?? reply.Shown : null);
    }

    private static bool IsRead(FhirEntry entry) => entry.Method is "GET" or "HEAD" || entry.Address.Any(part => part.StartsWith('$'));

    private static long Size(FhirReply reply) => reply.Stored?.Body?.Length ?? reply.Content?.Bytes.Length ?? reply.Body?.ToFhir().Length ?? 0;

    private static Issue TooMuch(FhirEntry entry) => Issue.Error(
        "too-costly", "batch-shows-too-much", "이 batch의 응답이 너무 커집니다. 나머지는 따로 물으십시오.", "The answer to this batch grows too large. Ask for the rest on its own.", entry.Place);
}
