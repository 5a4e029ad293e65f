using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Applications;

/// <summary>A hospital's own applications, in the order of the worklist.</summary>
/// <param name="After">Cursor of the page before.</param>
public sealed record ListOwnApplications(Actor Actor, string? After = null, int Size = 50) : IQuery<WorklistPage>
{
    public static Task<WorklistPage?> Answer(ListOwnApplications query, QueryContext context, CancellationToken cancellation) =>
        ListWorklist.Answer(new ListWorklist(query.Actor, WorklistFilter.All, After: query.After, Size: query.Size), context, cancellation);
}
