using System.Text.Json.Nodes;
using RegenTrack.App.Attachments;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Trials;
using RegenTrack.EventStore;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>A trial as registered with its latest results, and which earlier ones no longer stand; every hospital may rely on one, so every hospital sees it.</summary>
internal sealed class RenderTrial(AttachmentStore files) : Rendering<Trial>(TrialStream.Type, "ResearchStudy", "Observation", "Composition")
{
    protected override string? Institution(Trial state) => state.Registration is null ? null : "";

    protected override async ValueTask<IEnumerable<JsonObject>> Resources(Trial state, EventReader reader, CancellationToken cancellation)
    {
        IEnumerable<JsonObject> resources = [MapResearchStudy.Of(state)];
        // An earlier version's figures stay as they were, unless it is withdrawn.
        foreach (var results in state.Results.Where(results => results == state.Results[^1] || results.WithdrawnBecause is not null))
        {
            // A package is on file before it is recorded.
            if (await EvidenceFile.Open(files, results.Package, cancellation) is not { } package)
                continue;
            resources = resources.Append(MapTrialSummary.Of(state, results, [.. TrialFigure.Of(package).Select(figure => figure.Safety)]))
                .Concat(TrialFigure.Of(package).Select((figure, place) => figure.Observation(state, results, place)));
        }

        return resources;
    }
}
