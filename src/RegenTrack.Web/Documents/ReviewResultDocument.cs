using MediatR;
using RegenTrack.App.Submissions;
using RegenTrack.Submissions.Forms.ReviewResultNotice;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Documents;

/// <summary><c>GET /documents/review-result/{application}.pdf</c>: the notice of the result, once there is one.</summary>
internal static class ReviewResultDocument
{
    public static async Task<IResult> Answer(string application, HttpContext context, IMediator mediator, DocumentAnswer answer, SyntheticMark synthetic)
    {
        var dossier = await mediator.Send(new GatherResult(context.Actor(), application), context.RequestAborted);
        return await answer.Send(dossier?.ReviewResultNotice(await synthetic.Applies(context.RequestAborted)), $"review-result-{application}.pdf", context);
    }
}
