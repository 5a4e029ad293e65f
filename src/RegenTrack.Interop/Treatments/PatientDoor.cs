using RegenTrack.App.Treatments;
using RegenTrack.Domain.Treatments;
using RegenTrack.Interop.Server;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Treatments;

/// <summary>A treated person as pseudonym only: who it is stays in the vault.</summary>
public sealed class PatientDoor : IResourceDoor
{
    public string Type => "Patient";

    public async Task<FhirReply> Read(string id, FhirCall call)
    {
        if (await call.Ask(new FindSubject(call.Actor, id)) is not { } subject)
            return FhirReply.NotFound;
        var patient = Resource("Patient", subject.Subject, 1);
        patient["active"] = true;
        patient["identifier"] = Many(Identifier(TreatmentNames.SubjectPseudonym, subject.Subject));
        patient["managingOrganization"] = ReferenceBy(TreatmentNames.Institution, subject.Institution, "Organization");
        return FhirReply.Ok(patient, 1);
    }

    /// <summary>Erases who the person is, once the statutory retention is over. The pseudonym and what was done remain.</summary>
    public async Task<FhirReply> Delete(string id, FhirCall call) =>
        await call.Ask(new FindSubject(call.Actor, id)) is { } subject
            ? FhirReply.From(await call.Send(new EraseSubject(new(subject.Case))), _ => new FhirReply(204))
            : FhirReply.NotFound;
}
