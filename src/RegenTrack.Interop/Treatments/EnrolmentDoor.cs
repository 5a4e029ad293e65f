using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Treatments;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Treatments;

/// <summary>One transaction of Patient, Consent and CarePlan enrols one subject.</summary>
public sealed class EnrolmentDoor : ITransactionDoor
{
    // Raw data are kept ten years from the final report (R5③); until there is one, the clock starts at enrolment.
    private const int YearsKept = 10;

    public bool Accepts(FhirTransaction transaction) =>
        transaction.OnlyCreates && transaction.First("CarePlan") is not null && transaction.Entries.All(entry => entry.Type is "CarePlan" or "Consent" or "Patient");

    public async Task<FhirReply> Process(FhirTransaction transaction, FhirCall call)
    {
        if (call.Actor.Institution is not { } institution)
            return FhirReply.NotFound;
        if (transaction.OfType("CarePlan").Count() > 1 || transaction.OfType("Consent").Count() > 1 || transaction.OfType("Patient").Count() > 1)
            return FhirReply.Unprocessable(Issue.Error("business-rule", "one-subject-a-transaction", "한 번에 대상자 한 명만 등록하십시오.", "Enrol one subject a transaction.", "Bundle.entry"));
        var reading = new EnrolmentReading(transaction);
        var form = reading.ConsentForm();
        if (reading.Read(institution, call.NewId("case"), form?.Attachment.Sha256) is not { } command)
            return FhirReply.Unprocessable(reading.Issues);
        var outcome = await call.Send(
            command,
            files: form is null ? [] : [form],
            identities: reading.Person is { } person ? [new(command.Subject.Value, "treatment", LegalCalendar.YearsOn(command.EnrolledOn, YearsKept), person)] : []);
        return outcome is CommandOutcome.Accepted accepted
            ? FhirReply.Transaction(transaction.Entries.Select(entry => Line(entry, command, accepted.Version)))
            : FhirReply.Refused(outcome, reading.Expression);
    }

    private static TransactionLine Line(FhirEntry entry, EnrolSubject command, long version) => entry.Type == "Patient"
        ? TransactionLine.Created("Patient", command.Subject.Value, 1)
        : TransactionLine.Created(entry.Type, command.Case.Value, version);
}
