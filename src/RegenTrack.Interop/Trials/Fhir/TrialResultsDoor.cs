using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Trials;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>One transaction of ResearchStudy, Groups and Observations files a trial with its results.</summary>
public sealed class TrialResultsDoor : ITransactionDoor
{
    public bool Accepts(FhirTransaction transaction) =>
        transaction.OnlyCreates && transaction.First("ResearchStudy") is not null && transaction.Entries.All(entry => entry.Type is "ResearchStudy" or "Group" or "Observation");

    public async Task<FhirReply> Process(FhirTransaction transaction, FhirCall call)
    {
        var reading = new TrialResultsReading(transaction);
        if (reading.Issues.Count > 0)
            return FhirReply.Unprocessable(reading.Issues);

        // Before the registration, so that refused results leave no trial behind.
        if (reading.Package is { } judged && RecordTrialResults.Faults(judged).ToList() is { Count: > 0 } faults)
            return FhirReply.Refused(new CommandOutcome.Refused(faults), reading.Expression);

        // A hospital's short entry must not overwrite what the registry itself says of a trial already known.
        if (await call.Ask(new ShowTrial(call.Actor, reading.Trial)) is null)
        {
            CommandOutcome registered = await call.Send(new RegisterTrial(reading.Trial, reading.Registration), part: "registration");
            if (registered is not CommandOutcome.Accepted)
                return FhirReply.Refused(registered, reading.Expression);
        }

        if (reading.Package is { } package)
        {
            // On file before they are recorded: what hospitals read is made of them as soon as they are.
            var files = call.Service<AttachmentStore>();
            Attachment source = await files.Save(transaction.Document.Bytes, "application/fhir+json", null, call.CancellationToken);
            string evidence = await EvidenceFile.Save(files, package, call.CancellationToken);
            CommandOutcome recorded = await call.Send(new RecordTrialResults(reading.Trial, evidence, new EvidenceSource(TrialResultNames.Shape, source.Sha256, null)));
            if (recorded is not CommandOutcome.Accepted)
                return FhirReply.Refused(recorded, reading.Expression);
        }

        return await call.Ask(new ShowTrial(call.Actor, reading.Trial)) is { } detail
            ? FhirReply.Transaction(transaction.Entries.Select(entry => Line(entry, detail)))
            : FhirReply.NotFound;
    }

    private static TransactionLine Line(FhirEntry entry, TrialDetail detail) => entry.Type == "ResearchStudy"
        ? TransactionLine.Created("ResearchStudy", detail.Trial.Id.Value, detail.Version, MapResearchStudy.Of(detail.Trial))
        : new TransactionLine(201);
}
