using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.App.Trials;

/// <summary>A trial as it stands.</summary>
public sealed record ShowTrial(Actor Actor, TrialId Trial) : IQuery<TrialDetail>
{
    internal static async Task<TrialDetail?> Answer(ShowTrial query, QueryContext context, CancellationToken cancellation)
    {
        (Trial trial, long version) = await context.Events.State(TrialStream.Type, query.Trial.Value, cancellation);
        return trial.IsRegistered ? new TrialDetail(trial, version) : null;
    }
}

/// <summary>The trial with the version of its stream, which a later command may expect.</summary>
public sealed record TrialDetail(Trial Trial, long Version);
