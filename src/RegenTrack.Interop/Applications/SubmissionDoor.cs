using System.Text.Json;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Applications;

/// <summary>A transaction Bundle that files a treatment plan.</summary>
internal sealed class SubmissionDoor : ITransactionDoor
{
    private const int RetentionYears = 10;

    public bool Accepts(FhirTransaction transaction) => transaction.OnlyCreates && transaction.First("Task", MapPlan.IsApplication) is not null;

    public async Task<FhirReply> Process(FhirTransaction transaction, FhirCall call)
    {
        var problems = new Problems();
        if (MapPlan.Find(transaction, problems) is not { } parts)
            return FhirReply.Unprocessable(problems.Issues);

        var documents = new MapDocuments(transaction, problems);
        (string investigator, string doctors) = (call.NewId("person"), call.NewId("staff"));
        TreatmentPlan plan = parts.Read(investigator, doctors, call.NewId("product"), documents, problems);
        if (problems.Issues.Count > 0)
            return FhirReply.Unprocessable(problems.Issues);

        string institution = parts.Task.Resource.ReferenceTo("Organization", "requester") ?? call.Actor.Institution ?? "";
        var command = new SubmitTreatmentPlan(new(call.NewId("plan")), new InstitutionId(institution), plan);
        DateOnly until = LegalCalendar.YearsOn(plan.Until, RetentionYears);
        List<NewIdentity> people = [new(investigator, "principal-investigator", until, parts.Investigator.Resource)];
        if (parts.Doctors() is { } names)
            people.Add(new(doctors, "treating-doctors", until, JsonSerializer.SerializeToElement(new { text = names })));
        CommandOutcome outcome = await call.Send(command, files: documents.Files, identities: people);
        return outcome is CommandOutcome.Accepted accepted
            ? FhirReply.Transaction(transaction.Entries.Select(entry => Line(entry, command.Application.Value, accepted.Version)))
            : FhirReply.Refused(outcome, parts.Place);
    }

    private static TransactionLine Line(FhirEntry entry, string application, long version) => entry.Type switch
    {
        "Task" or "QuestionnaireResponse" => TransactionLine.Created(entry.Type, application, version),
        _ => new TransactionLine(201),
    };
}
