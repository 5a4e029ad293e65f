using MediatR;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov;

/// <summary>Brings a registry document in: reads it whole first, then files the source and the package, then registers and records. The same document again changes nothing.</summary>
public sealed class TrialImport(IMediator mediator, AttachmentStore attachments)
{
    /// <param name="commandId">Id of the intention; used again, it gives the stored outcome.</param>
    public async Task<ImportedTrial> Import(ReadOnlyMemory<byte> document, string? fileName, Actor actor, string commandId, CancellationToken cancellation)
    {
        RegistryReading reading = RegistryRecordReader.Read(document);
        if (reading.Record is not { } record)
            return ImportedTrial.NotImported(reading.Problems);
        CommandOutcome registered = await mediator.Send(new Envelope<RegisterTrial>(new RegisterTrial(record.Trial, record.Registration), actor, commandId), cancellation);
        if (registered is not CommandOutcome.Accepted || record.Evidence is null)
            return ImportedTrial.From(record, registered);
        string mediaType = record.Shape == LegacyXml.StudyXml.Shape ? "application/xml" : "application/json";
        Attachment source = await attachments.Save(document, mediaType, fileName, cancellation);
        string package = await EvidenceFile.Save(attachments, record.Evidence, cancellation);
        var results = new RecordTrialResults(record.Trial, package, new EvidenceSource(record.Shape, source.Sha256, record.Registration.LastUpdated?.Text));
        return ImportedTrial.From(record, await mediator.Send(new Envelope<RecordTrialResults>(results, actor, $"{commandId}/results"), cancellation));
    }
}

/// <summary>What came of an import.</summary>
/// <param name="Trial">Null when the document could not be read.</param>
/// <param name="HasResults">The document has a results section.</param>
/// <param name="Problems">Empty when everything is recorded.</param>
public sealed record ImportedTrial(TrialId? Trial, bool HasResults, IReadOnlyList<Refusal> Problems)
{
    public bool IsImported => Problems.Count == 0;

    internal static ImportedTrial NotImported(IReadOnlyList<Refusal> problems) => new(null, false, problems);

    internal static ImportedTrial From(RegistryRecord record, CommandOutcome outcome) => new(record.Trial, record.Evidence is not null, outcome switch
    {
        CommandOutcome.Accepted => [],
        CommandOutcome.Refused refused => refused.Refusals,
        CommandOutcome.Invalid invalid => invalid.Refusals,
        CommandOutcome.Conflict => [new Refusal("trial-import-conflict", "다른 사람이 같은 임상시험을 동시에 바꾸었습니다. 다시 시도하십시오.", "Somebody else changed the same trial at the same time. Try again.")],
        _ => [new Refusal("trial-import-forbidden", "임상시험을 등록할 권한이 없습니다.", "You may not record trials.")],
    });
}
