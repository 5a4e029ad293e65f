using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Products.Published;

namespace RegenTrack.Domain.Applications;

/// <summary>A treatment plan (치료계획) as filed with form 5-2.</summary>
/// <param name="Purpose">Disease and purpose in the applicant's words.</param>
/// <param name="From">First day of provision.</param>
/// <param name="Until">Last day of provision, inclusive.</param>
/// <param name="SelfAssessedRisk">The applicant's own class; the committee's computation stands beside it.</param>
/// <param name="Investigator">Vault reference of the principal investigator (실시책임자).</param>
/// <param name="Previous">The earlier application that this one improves on; null for a first one.</param>
public sealed record TreatmentPlan(
    string Title,
    string Purpose,
    DateOnly From,
    DateOnly Until,
    int ExpectedSubjects,
    RiskClass SelfAssessedRisk,
    Product Product,
    EvidenceClaim Evidence,
    string Investigator,
    IReadOnlyList<PlanAnswer> Answers,
    PlanId? Previous = null)
{
    public PlanAnswer? Answer(string linkId) => Answers.FirstOrDefault(answer => answer.LinkId == linkId);

    public bool SameAs(TreatmentPlan other) =>
        this with { Answers = other.Answers, Product = other.Product } == other
        && Product.SameAs(other.Product)
        && Answers.Count == other.Answers.Count
        && Answers.Zip(other.Answers).All(pair => pair.First.SameAs(pair.Second));

    /// <summary>The plan with later answers put over earlier ones; documents are added, never dropped.</summary>
    public TreatmentPlan With(IReadOnlyList<SupplementAnswer> answers) => this with
    {
        Answers = [.. Answers.Select(answer => answers.Where(given => given.LinkId == answer.LinkId).Aggregate(answer, Merge))],
    };

    private static PlanAnswer Merge(PlanAnswer answer, SupplementAnswer given) => answer with
    {
        Text = string.IsNullOrWhiteSpace(given.Text) ? answer.Text : given.Text,
        Documents = [.. answer.Documents.Union(given.Documents)],
    };
}
