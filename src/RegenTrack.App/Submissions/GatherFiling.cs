using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Submissions;

/// <summary>Facts for the application form: as received, or before receipt as it stands.</summary>
public sealed record GatherFiling(Actor Actor, string Application) : IQuery<ApplicationDossier>
{
    public static Task<ApplicationDossier?> Answer(GatherFiling query, QueryContext context, CancellationToken cancellation) =>
        ApplicationHistory.Gather(
            query.Actor, query.Application, context,
            history => history.LastOrDefault(stored => stored.Data is ReceiptConfirmed) ?? (history is [.., var latest] ? latest : null),
            cancellation);
}
