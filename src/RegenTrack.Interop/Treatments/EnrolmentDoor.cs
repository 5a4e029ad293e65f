using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Treatments;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Treatments;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Treatments;

/// <summary>One transaction of Patient, Consent and CarePlan enrols one subject; CarePlan reads it back.</summary>
public sealed class EnrolmentDoor : IResourceDoor, ITransactionDoor
{
    // Raw data are kept ten years from the final report (R5③); until there is one, the clock starts at enrolment.
    private const int YearsKept = 10;

    public string Type => "CarePlan";

    public bool Accepts(FhirTransaction transaction) =>
        transaction.First("CarePlan") is not null && transaction.Entries.All(entry => entry.Type is "CarePlan" or "Consent" or "Patient");

    public async Task<FhirReply> Process(FhirTransaction transaction, FhirCall call)
    {
        if (call.Actor.Institution is not { } institution)
            return FhirReply.NotFound;
        if (transaction.OfType("CarePlan").Count() > 1 || transaction.OfType("Consent").Count() > 1 || transaction.OfType("Patient").Count() > 1)
            return FhirReply.Unprocessable(Issue.Error("business-rule", "one-subject-a-transaction", "한 번에 대상자 한 명만 등록하십시오.", "Enrol one subject a transaction.", "Bundle.entry"));
        var reading = new EnrolmentReading(transaction);
        var document = reading.ConsentForm() is { } form
            ? (await call.Service<AttachmentStore>().Save(form.Bytes, form.MediaType, form.Title, call.CancellationToken)).Sha256
            : null;
        if (reading.Read(institution, call.NewId("case"), document) is not { } command)
            return FhirReply.Unprocessable(reading.Issues);
        var outcome = await call.Send(command);
        if (outcome is not CommandOutcome.Accepted accepted)
            return FhirReply.Refused(outcome, reading.Expression);
        if (reading.Person is { } person)
        {
            await call.Service<IdentityVault>().Put(
                command.Subject.Value, "treatment", command.EnrolledOn.AddYears(YearsKept), person, call.CancellationToken);
        }

        return FhirReply.Transaction(transaction.Entries.Select(entry => Line(entry, command, accepted.Version)));
    }

    public async Task<FhirReply> Read(string id, FhirCall call) =>
        await call.Ask(new GetCase(call.Actor, id)) is { } detail
            ? FhirReply.Ok(MapCase.CarePlan(detail.Case, detail.Version), detail.Version)
            : FhirReply.NotFound;

    private static TransactionLine Line(FhirEntry entry, EnrolSubject command, long version) => entry.Type == "Patient"
        ? TransactionLine.Created("Patient", command.Subject.Value, 1)
        : TransactionLine.Created(entry.Type, command.Case.Value, version);
}
