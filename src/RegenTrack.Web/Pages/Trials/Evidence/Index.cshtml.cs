using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Trials.Evidence;

/// <summary>The results of a trial as reported: endpoints, forest plot, participant flow, adverse events.</summary>
[RequiresPermission(Permission.ReadTrials)]
public sealed class IndexModel(AttachmentStore attachments) : RegenPage
{
    public EvidenceDetail Evidence { get; private set; } = null!;

    public IReadOnlyList<ForestPanel> Forest { get; private set; } = [];

    public async Task<IActionResult> OnGet(string id, int? version)
    {
        if (await Mediator.Send(new ShowEvidence(Actor, new TrialId(id), version), HttpContext.RequestAborted) is not { } evidence)
            return NotFound();
        Evidence = evidence;
        Forest = ForestPlan.Of(evidence.Package);
        return Page();
    }

    /// <summary>The document as it was received.</summary>
    public async Task<IActionResult> OnGetSource(string id, int? version)
    {
        if (await Mediator.Send(new ShowEvidence(Actor, new TrialId(id), version), HttpContext.RequestAborted) is not { } evidence
            || await attachments.Open(evidence.Results.Source.Document, HttpContext.RequestAborted) is not { } source)
            return NotFound();
        string extension = source.Attachment.MediaType == "application/xml" ? "xml" : "json";
        return File(source.Bytes.ToArray(), source.Attachment.MediaType, $"{id}-v{evidence.Results.Number}.{extension}");
    }
}
