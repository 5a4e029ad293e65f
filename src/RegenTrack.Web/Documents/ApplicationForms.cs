using System.Text.Json;
using MediatR;
using RegenTrack.App.Submissions;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Submissions;
using RegenTrack.Submissions.Forms.ReviewResultNotice;
using RegenTrack.Submissions.Forms.TreatmentPlanApplication;

namespace RegenTrack.Web.Documents;

/// <summary>The forms of an application from the recorded facts, with the names that the vault still holds. Null: there is none, or none for this actor.</summary>
public sealed class ApplicationForms(IMediator mediator, IdentityVault vault, SyntheticMark synthetic)
{
    /// <summary>Form 5-2 as received, or before receipt as it stands.</summary>
    public async Task<TreatmentPlanApplicationForm?> Filing(Actor actor, string application, CancellationToken cancellation)
    {
        if (await mediator.Send(new GatherFiling(actor, application), cancellation) is not { Application.Plan: { } plan } dossier)
            return null;
        var investigator = await vault.Get(plan.Investigator, cancellation);
        var doctors = plan.Answer(PlanItem.Doctors) is { Text: { Length: > 0 } reference } ? await vault.Get(reference, cancellation) : null;
        return dossier.TreatmentPlanApplication(Applicant(investigator), doctors?.Text("text"), await synthetic.Applies(cancellation));
    }

    /// <summary>The notice of the result, once there is one.</summary>
    public async Task<ReviewResultNoticeForm?> Notice(Actor actor, string application, CancellationToken cancellation) =>
        await mediator.Send(new GatherResult(actor, application), cancellation) is { } dossier
            ? dossier.ReviewResultNotice(await synthetic.Applies(cancellation))
            : null;

    private static Applicant? Applicant(JsonElement? practitioner) =>
        practitioner is { } kept && PractitionerIdentity.From(kept) is var who ? new Applicant(who.Name, who.Phone, who.Address) : null;
}
