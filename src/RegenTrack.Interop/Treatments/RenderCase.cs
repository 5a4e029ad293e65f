using System.Text.Json.Nodes;
using RegenTrack.App.Treatments;
using RegenTrack.Domain.Treatments;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Treatments;

/// <summary>A subject in a plan: the enrolment, the consent, the pseudonym and each administration.</summary>
internal sealed class RenderCase() : Rendering<TreatmentCase>(TreatmentCaseStream.Type, "CarePlan", "Consent", "Patient", "Procedure")
{
    protected override string? Institution(TreatmentCase state) => state.Exists ? state.Institution.Value : null;

    protected override ValueTask<IEnumerable<JsonObject>> Resources(TreatmentCase state, EventReader reader, CancellationToken cancellation) => new(
    [
        MapCase.CarePlan(state),
        MapCase.Consent(state),
        MapCase.Patient(state),
        .. state.Administrations.Select(given => MapCase.Procedure(state, given)),
    ]);
}
