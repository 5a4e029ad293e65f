using RegenTrack.App.Treatments;
using RegenTrack.Domain.Treatments;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Treatments;

/// <summary>A treated person as pseudonym only: who it is stays in the vault.</summary>
public sealed class PatientDoor : IResourceDoor
{
    public string Type => "Patient";

    /// <summary>Erases who the person is, once the statutory retention is over. The pseudonym and what was done remain.</summary>
    public async Task<FhirReply> Delete(string id, FhirCall call) =>
        await call.Ask(new FindSubject(call.Actor, id)) is { } subject
            ? FhirReply.From(await call.Send(new EraseSubject(new(subject.Case))), _ => new FhirReply(204))
            : FhirReply.NotFound;
}
