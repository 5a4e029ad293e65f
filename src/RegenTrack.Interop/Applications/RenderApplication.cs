using System.Text.Json.Nodes;
using RegenTrack.App.Applications;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Applications;

/// <summary>An application, each supplement asked for, and the answers as they now stand.</summary>
internal sealed class RenderApplication(HolidayTable holidays) : Rendering<TreatmentApplication>(ApplicationStream.Type, "Task", "QuestionnaireResponse")
{
    protected override string? Institution(TreatmentApplication state) => state.Exists ? state.Institution.Value : null;

    protected override ValueTask<IEnumerable<JsonObject>> Resources(TreatmentApplication state, EventReader reader, CancellationToken cancellation) => new(
    [
        MapTask.Write(state, holidays),
        MapAnswers.Write(state),
        .. state.Supplements.Select(supplement => MapTask.Supplement(state, supplement)),
    ]);
}
