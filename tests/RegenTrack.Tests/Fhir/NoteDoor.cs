using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Tests.Fhir;

/// <summary>A door for Basic that keeps notes in memory and says each outcome when a note's code asks for it.</summary>
internal sealed class NoteDoor : IResourceDoor, ISearchDoor, ITransactionDoor
{
    private static readonly Rule Rule = new("XX-01", new Bilingual("시험 규칙", "test rule"), new Citation(new Bilingual("시험법 제1조", "Test Act, Art. 1"), new DateOnly(2020, 1, 1)));
    private readonly ConcurrentDictionary<string, (string Code, long Version)> notes = new();

    public string Type => "Basic";

    public IReadOnlyList<SearchParameter> Parameters { get; } = [new("code", "token"), new("author", "reference")];

    public Task<FhirReply> Read(string id, FhirCall call) => Task.FromResult(notes.TryGetValue(id, out var note)
        ? FhirReply.Ok(Note(id, note.Code), note.Version)
        : FhirReply.NotFound);

    public Task<FhirReply> Create(FhirDocument body, FhirCall call)
    {
        var code = body.Root.CodeIn("urn:note", "code") ?? throw new InvalidOperationException("no code");
        if (call.NotInFuture(body.Root, "Basic.created", "created") is { } future)
            return Task.FromResult(FhirReply.Unprocessable(future));
        CommandOutcome outcome = code switch
        {
            "refused" => new CommandOutcome.Refused([new Refusal("note-refused", "안 됩니다.", "No.", Rule, "Code")]),
            "invalid" => new CommandOutcome.Invalid([new Refusal("note-invalid", "틀렸습니다.", "Wrong.", field: "Code")]),
            "absent" => new CommandOutcome.Absent(),
            "conflict" => new CommandOutcome.Conflict(7),
            _ => new CommandOutcome.Accepted($"note:{call.NewId("note")}", 1),
        };
        return Task.FromResult(FhirReply.From(outcome, yes => Keep(yes.StreamId, code, 1), field => field is null ? null : $"Basic.{field.ToLowerInvariant()}"));
    }

    public Task<FhirReply> Update(string id, FhirDocument body, FhirCall call)
    {
        var current = notes.TryGetValue(id, out var note) ? note.Version : 0;
        return Task.FromResult(call.ExpectedVersion is { } expected && expected != current
            ? FhirReply.Refused(new CommandOutcome.Conflict(current))
            : Keep(id, body.Root.CodeIn("urn:note", "code")!, current + 1) with { Status = 200 });
    }

    public Task<FhirReply> Search(FhirSearch search, FhirCall call) => Task.FromResult(FhirReply.SearchSet(
        notes.Where(note => note.Value.Code == search.Code("code")).OrderBy(note => note.Key).Take(search.Count).Select(note => Note(note.Key, note.Value.Code)), next: "note/2"));

    public bool Accepts(FhirTransaction transaction) => transaction.First("Basic") is not null;

    public Task<FhirReply> Process(FhirTransaction transaction, FhirCall call)
    {
        var note = transaction.First("Basic")!;
        return Task.FromResult(transaction.Resolve(note.Resource, "subject") is { Type: "Patient" }
            ? FhirReply.Transaction(transaction.Entries.Select((entry, index) => TransactionLine.Created(entry.Type, call.NewId($"part{index}"), 1)))
            : FhirReply.Unprocessable(Issue.Error("value", "note-without-patient", "환자가 없습니다.", "No patient.", note.At("subject"))));
    }

    private FhirReply Keep(string id, string code, long version)
    {
        notes[id] = (code, version);
        return new FhirReply(201, Note(id, code), version, $"Basic/{id}");
    }

    private static JsonObject Note(string id, string code)
    {
        var note = Resource("Basic", id);
        note["code"] = Concept("urn:note", code);
        note["subject"] = null;
        return note;
    }
}
