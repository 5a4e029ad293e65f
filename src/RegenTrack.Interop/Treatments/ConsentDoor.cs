using RegenTrack.Domain.Treatments;
using RegenTrack.Domain.Treatments.Published;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Treatments;

/// <summary>The consent of an enrolment, under the id of its CarePlan. Putting it inactive withdraws it.</summary>
public sealed class ConsentDoor : IResourceDoor
{
    public string Type => "Consent";

    public async Task<FhirReply> Update(string id, FhirDocument body, FhirCall call)
    {
        if (body.Root.Text("status") != "inactive")
            return FhirReply.Unprocessable(Issue.Error("not-supported", "consent-withdrawal-only", "등록된 동의서는 철회(status: inactive)만 할 수 있습니다.", "A recorded consent can only be withdrawn (status: inactive).", "Consent.status"));
        if (body.Root.Day("provision", "period", "end") is not { } on)
            return FhirReply.Unprocessable(Issue.Error("required", "required", "철회일(provision.period.end)을 보내십시오.", "Send the day of withdrawal as provision.period.end.", "Consent.provision.period.end"));
        var outcome = await call.Send(new WithdrawConsent(new TreatmentCaseId(id), on));
        return outcome is App.Pipeline.CommandOutcome.Accepted ? await call.Updated(Type, id) : FhirReply.Refused(outcome, _ => "Consent.provision.period.end");
    }
}
