using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Documents;

/// <summary><c>GET /documents/treatment-plan/{application}.pdf</c>: form 5-2, for officers.</summary>
internal static class TreatmentPlanDocument
{
    public static async Task<IResult> Answer(string application, HttpContext context, ApplicationForms forms, DocumentAnswer answer) =>
        await answer.Send(await forms.Filing(context.Actor(), application, context.RequestAborted), $"treatment-plan-{application}.pdf", context);
}
