using System.Text.Json;
using MediatR;
using RegenTrack.App.Submissions;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Applications;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Submissions;
using RegenTrack.Submissions.Forms.TreatmentPlanApplication;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Documents;

/// <summary><c>GET /documents/treatment-plan/{application}.pdf</c>: form 5-2 as received, with the names that the vault still holds.</summary>
internal static class TreatmentPlanDocument
{
    public static async Task<IResult> Answer(
        string application, HttpContext context, IMediator mediator, IdentityVault vault, DocumentAnswer answer, SyntheticMark synthetic)
    {
        var cancellation = context.RequestAborted;
        if (await mediator.Send(new GatherFiling(context.Actor(), application), cancellation) is not { Application.Plan: { } plan } dossier)
            return Results.NotFound();

        var investigator = await vault.Get(plan.Investigator, cancellation);
        var doctors = plan.Answer(PlanItem.Doctors) is { Text: { Length: > 0 } reference } ? await vault.Get(reference, cancellation) : null;
        var form = dossier.TreatmentPlanApplication(Applicant(investigator), doctors?.Text("text"), await synthetic.Applies(context.RequestAborted));
        return await answer.Send(form, $"treatment-plan-{application}.pdf", context);
    }

    private static Applicant? Applicant(JsonElement? practitioner) =>
        practitioner is { } kept && PractitionerIdentity.From(kept) is var who ? new Applicant(who.Name, who.Phone, who.Address) : null;
}
