using RegenTrack.App.Committee;
using RegenTrack.App.Institutions;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Sandbox;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Committee;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Institutions;
using RegenTrack.Domain.Products.Published;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.App.Applications;

/// <summary>Gathers what the deciders need of other contexts.</summary>
internal static class ApplicationFacts
{
    public static async Task<SubmissionFacts> ForSubmission(SubmitTreatmentPlan command, FactReader facts, CancellationToken cancellation)
    {
        Institution institution = await facts.State(InstitutionStream.Type, command.Institution.Value, cancellation);
        return new SubmissionFacts(
            institution.Facts(),
            await Trial(command.Plan.Evidence, facts, cancellation),
            await Grant(command.Plan.Evidence, facts, cancellation),
            DowngradeTable.None);
    }

    public static async Task<ReviewerFacts> ForAssignment(StartExpertReview command, FactReader facts, CancellationToken cancellation) =>
        (await Reviewers([command.Expert], facts, cancellation))[0];

    public static async Task<DecisionFacts> ForDecision(RecordDecision command, FactReader facts, CancellationToken cancellation)
    {
        IReadOnlyList<ReviewerFacts> members = await Reviewers([.. command.Deliberation.Ballots.Select(ballot => ballot.Member)], facts, cancellation);
        TreatmentApplication application = await facts.State(ApplicationStream.Type, command.Application.Value, cancellation);
        EvidenceClaim claim = application.Plan?.Evidence ?? EvidenceClaim.Nothing;
        return new DecisionFacts(members, await Trial(claim, facts, cancellation), await Grant(claim, facts, cancellation));
    }

    private static async Task<IReadOnlyList<ReviewerFacts>> Reviewers(IReadOnlyList<ReviewerId> reviewers, FactReader facts, CancellationToken cancellation)
    {
        IReadOnlyList<Reviewer> states = await facts.States(ReviewerStream.Type, [.. reviewers.Select(reviewer => reviewer.Value)], cancellation);
        return [.. states.Zip(reviewers, (state, reviewer) => state.Facts() with { Reviewer = reviewer })];
    }

    private static async Task<TrialFacts?> Trial(EvidenceClaim claim, FactReader facts, CancellationToken cancellation) =>
        claim.Trial is { } trial ? await TrialStream.Facts(trial, facts, cancellation) : null;

    private static async Task<GrantFacts?> Grant(EvidenceClaim claim, FactReader facts, CancellationToken cancellation) =>
        claim.Grant is { } grant ? (await facts.State(GrantStream.Type, grant.Value, cancellation)).Facts() : null;
}
