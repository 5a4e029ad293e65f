using System.Text.Json;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Applications;

/// <summary>A transaction Bundle that files a treatment plan.</summary>
internal sealed class SubmissionDoor : ITransactionDoor
{
    private const int RetentionYears = 10;

    public bool Accepts(FhirTransaction transaction) => transaction.First("Task", MapPlan.IsApplication) is { Method: "POST" };

    public async Task<FhirReply> Process(FhirTransaction transaction, FhirCall call)
    {
        var problems = new Problems();
        if (MapPlan.Find(transaction, problems) is not { } parts)
            return FhirReply.Unprocessable(problems.Issues);

        var documents = new MapDocuments(transaction, call.Service<AttachmentStore>(), problems, call.CancellationToken);
        (string investigator, string doctors) = (call.NewId("person"), call.NewId("staff"));
        TreatmentPlan plan = await parts.Read(investigator, doctors, call.NewId("product"), documents, problems);
        if (problems.Issues.Count > 0)
            return FhirReply.Unprocessable(problems.Issues);

        string institution = parts.Task.Resource.ReferenceTo("Organization", "requester") ?? call.Actor.Institution ?? "";
        var command = new SubmitTreatmentPlan(new(call.NewId("plan")), new InstitutionId(institution), plan);
        CommandOutcome outcome = await call.Send(command);
        if (outcome is not CommandOutcome.Accepted accepted)
            return FhirReply.Refused(outcome, parts.Place);

        // After the facts, so that a refused filing leaves no person behind; the same request again repairs a crash in between.
        DateOnly until = plan.Until.AddYears(RetentionYears);
        var vault = call.Service<IdentityVault>();
        await vault.Put(investigator, "principal-investigator", until, parts.Investigator.Resource, call.CancellationToken);
        if (parts.Doctors() is { } names)
            await vault.Put(doctors, "treating-doctors", until, JsonSerializer.SerializeToElement(new { text = names }), call.CancellationToken);
        return FhirReply.Transaction(transaction.Entries.Select(entry => Line(entry, command.Application.Value, accepted.Version)));
    }

    private static TransactionLine Line(FhirEntry entry, string application, long version) => entry.Type switch
    {
        "Task" or "QuestionnaireResponse" => TransactionLine.Created(entry.Type, application, version),
        _ => new TransactionLine(201),
    };
}
