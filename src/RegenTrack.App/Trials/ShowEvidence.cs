using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.App.Trials;

/// <summary>A results version with its package; the latest when no number is given.</summary>
public sealed record ShowEvidence(Actor Actor, TrialId Trial, int? Version = null) : IQuery<EvidenceDetail>
{
    internal static async Task<EvidenceDetail?> Answer(ShowEvidence query, QueryContext context, CancellationToken cancellation)
    {
        (Trial trial, _) = await context.Events.State(TrialStream.Type, query.Trial.Value, cancellation);
        ResultsVersion? results = query.Version is { } number
            ? trial.Results.FirstOrDefault(version => version.Number == number)
            : trial.Results is [.., var latest] ? latest : null;
        EvidencePackage? package = results is null ? null : await EvidenceFile.Open(new AttachmentStore(context.Database), results.Package, cancellation);
        return results is null || package is null ? null : new EvidenceDetail(trial, results, package);
    }
}

/// <summary>What the evidence page shows.</summary>
public sealed record EvidenceDetail(Trial Trial, ResultsVersion Results, EvidencePackage Package);
