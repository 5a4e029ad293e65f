using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Documents;

/// <summary><c>GET /documents/review-result/{application}.pdf</c>: the notice of the result, for officers.</summary>
internal static class ReviewResultDocument
{
    public static async Task<IResult> Answer(string application, HttpContext context, ApplicationForms forms, DocumentAnswer answer) =>
        await answer.Send(await forms.Notice(context.Actor(), application, context.RequestAborted), $"review-result-{application}.pdf", context);
}
