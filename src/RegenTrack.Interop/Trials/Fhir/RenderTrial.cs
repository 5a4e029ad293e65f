using System.Text.Json.Nodes;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Trials;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>A trial as registered; every hospital may rely on one, so every hospital sees it.</summary>
internal sealed class RenderTrial() : Rendering<Trial>(TrialStream.Type, "ResearchStudy")
{
    protected override string? Institution(Trial state) => state.Registration is null ? null : "";

    protected override ValueTask<IEnumerable<JsonObject>> Resources(Trial state, EventReader reader, CancellationToken cancellation) =>
        new([MapResearchStudy.Of(state)]);
}
