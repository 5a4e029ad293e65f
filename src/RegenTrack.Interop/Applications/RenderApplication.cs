using System.Text.Json.Nodes;
using RegenTrack.App.Applications;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Submissions;

namespace RegenTrack.Interop.Applications;

/// <summary>An application, each supplement asked for, cover and answers of the plan as they now stand, and the documents that there are of it.</summary>
internal sealed class RenderApplication(HolidayTable holidays) : Rendering<TreatmentApplication>(ApplicationStream.Type, "Task", "QuestionnaireResponse", "Composition", "Practitioner", "DocumentReference")
{
    protected override string? Institution(TreatmentApplication state) => state.Exists ? state.Institution.Value : null;

    protected override ValueTask<IEnumerable<JsonObject>> Resources(TreatmentApplication state, EventReader reader, CancellationToken cancellation) => new(
    [
        MapTask.Write(state, holidays),
        MapAnswers.Write(state),
        MapCover.Composition(state),
        MapCover.Investigator(state),
        .. MapCaseDocument.All(state),
        .. state.Supplements.Select(supplement => MapTask.Supplement(state, supplement)),
    ]);
}
