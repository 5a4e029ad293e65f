using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Submissions;

/// <summary>Facts for the notice of the result; none before the decision.</summary>
public sealed record GatherResult(Actor Actor, string Application) : IQuery<ApplicationDossier>
{
    public static Task<ApplicationDossier?> Answer(GatherResult query, QueryContext context, CancellationToken cancellation) =>
        ApplicationHistory.Gather(
            query.Actor, query.Application, context,
            history => history.LastOrDefault(stored => stored.Data is ApplicationDecided),
            cancellation);
}
