using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Treatments;
using RegenTrack.EventStore;

namespace RegenTrack.App.Treatments;

/// <summary>One subject in a plan, with its history; for a hospital's system only its own.</summary>
public sealed record GetCase(Actor Actor, string Case) : IQuery<CaseDetail>
{
    public static async Task<CaseDetail?> Answer(GetCase query, QueryContext context, CancellationToken cancellation)
    {
        var (state, version) = await context.Events.State(TreatmentCaseStream.Type, query.Case, cancellation);
        return state.Exists && state.IsSeenBy(query.Actor)
            ? new CaseDetail(
                state, version, await context.Events.Read(TreatmentCaseStream.Type.Alias, query.Case, cancellation),
                state.RecordDue ?? DeadlineCatalogue.TreatmentRecord.From(state.EnrolledOn, context.Holidays)!.Value, context.Today)
            : null;
    }
}

/// <summary>A case as it stands, and its events in order.</summary>
/// <param name="EnrolmentRecordDue">Last day to record the enrolment (DL-06); counted anew for enrolments from before it was kept.</param>
public sealed record CaseDetail(TreatmentCase Case, long Version, IReadOnlyList<StoredEvent> History, DateOnly EnrolmentRecordDue, DateOnly Today);
