using System.Text.Json.Nodes;
using RegenTrack.App.Attachments;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Trials;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>A trial as registered with its latest results; every hospital may rely on one, so every hospital sees it.</summary>
internal sealed class RenderTrial(AttachmentStore files) : Rendering<Trial>(TrialStream.Type, "ResearchStudy", "Observation", "Composition")
{
    protected override string? Institution(Trial state) => state.Registration is null ? null : "";

    protected override async ValueTask<IEnumerable<JsonObject>> Resources(Trial state, EventReader reader, CancellationToken cancellation)
    {
        // A package is on file before it is recorded; an earlier version's figures stay as they were.
        if (state.Results is not [.., var results] || await EvidenceFile.Open(files, results.Package, cancellation) is not { } package)
            return [MapResearchStudy.Of(state)];
        var figures = TrialFigure.Of(package);
        return [MapResearchStudy.Of(state), MapTrialSummary.Of(state, results, figures), .. figures.Select((figure, place) => figure.Observation(state, results, place))];
    }
}
