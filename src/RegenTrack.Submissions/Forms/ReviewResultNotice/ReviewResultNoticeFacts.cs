using RegenTrack.App.Submissions;
using RegenTrack.Domain.Applications;

namespace RegenTrack.Submissions.Forms.ReviewResultNotice;

/// <summary>From the facts to the form.</summary>
public static class ReviewResultNoticeFacts
{
    /// <summary>The notice, or null before the decision.</summary>
    public static ReviewResultNoticeForm? ReviewResultNotice(this ApplicationDossier dossier, bool synthetic)
    {
        var application = dossier.Application;
        if (application is not { Decision: { } decision, Plan: { } plan, Risk: { } risk, ReceiptNumber: { } receipt } || dossier.ReceivedOn is not { } receivedOn)
            return null;

        return new ReviewResultNoticeForm
        {
            CreatedAt = dossier.RecordedAt,
            Synthetic = synthetic,
            DocumentNumber = $"{application.Id.Value}-result",
            ReceiptNumber = receipt,
            ReceivedOn = receivedOn,
            Title = plan.Title,
            Institution = new NotifiedInstitution(dossier.Institution.Name.Korean, dossier.Institution.Number),
            Fields = [plan.Product.Modality.Code()],
            Risk = risk.Class.Code(),
            Result = decision.Result == DecisionResult.Suitable ? "suitable" : "unsuitable",
            Opinion = decision.Reasons,
            OtherOpinion = string.IsNullOrWhiteSpace(decision.OtherOpinion) ? null : decision.OtherOpinion,
            DecidedOn = decision.Deliberation.HeldOn,
            NoticeOn = decision.NoticeOn,
            Validity = application.PlanInForce is { } inForce ? new Period(inForce.From, inForce.Until) : null,
            Evidence = dossier.Evidence(),
        };
    }
}
