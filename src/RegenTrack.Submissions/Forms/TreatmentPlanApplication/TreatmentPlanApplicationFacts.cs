using RegenTrack.App.Submissions;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Law;

namespace RegenTrack.Submissions.Forms.TreatmentPlanApplication;

/// <summary>From the facts to the form.</summary>
public static class TreatmentPlanApplicationFacts
{
    private static readonly IReadOnlyList<int> Numbers = [.. Enumerable.Range(1, 15)];

    /// <param name="investigator">Who the principal investigator is, from the vault; null when erased.</param>
    /// <param name="doctors">The text of the item that names doctors, from the vault; null when erased.</param>
    public static TreatmentPlanApplicationForm TreatmentPlanApplication(this ApplicationDossier dossier, Applicant? investigator, string? doctors, bool synthetic)
    {
        var application = dossier.Application;
        var plan = application.Plan!;
        return new TreatmentPlanApplicationForm
        {
            CreatedAt = dossier.RecordedAt,
            Synthetic = synthetic,
            DocumentNumber = application.Id.Value,
            ReceiptNumber = application.ReceiptNumber,
            ReceivedOn = dossier.ReceivedOn,
            ProcessingDays = DeadlineCatalogue.TreatmentDecision.Limit,
            Applicant = investigator ?? new Applicant(null, null, null),
            Institution = new FilingInstitution(dossier.Institution.Name.Korean, dossier.Institution.Number, dossier.Institution.Address, null),
            Title = plan.Title,
            Purpose = $"{plan.Purpose}\n예상 치료대상자 {plan.ExpectedSubjects}명",
            Period = new Period(plan.From, plan.Until),
            Cells = $"{plan.Product.Name}: {string.Join(", ", plan.Product.Components.Select(component => component.Name))}",
            FiledOn = application.SubmittedOn!.Value,
            SelfAssessedRisk = plan.SelfAssessedRisk.Code(),
            ComputedRisk = application.Risk?.Class.Code(),
            RiskReason = application.Risk is { } risk ? string.Join("\n", risk.Grounds.Select(ground => $"{ground.Component}: {ground.Why.Korean}")) : null,
            Evidence = dossier.Evidence(),
            Items = [.. Numbers.Select(number => Filed(number, plan.Answer($"{number}"), doctors))],
        };
    }

    private static FiledItem Filed(int number, PlanAnswer? answer, string? doctors)
    {
        var text = answer?.LinkId == PlanItem.Doctors ? doctors : answer?.Text;
        return new FiledItem(
            number,
            string.IsNullOrWhiteSpace(text) ? null : text,
            [.. (answer?.Documents ?? []).Select(document => new FiledAttachment(document.Title, document.Sha256))]);
    }
}
