using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Applications.Case;

/// <summary>One application: clock and why, dossier, evidence, history, and what may be done next.</summary>
[RequiresPermission(Permission.ReadWorklist)]
public sealed class IndexModel(AttachmentStore attachments, IdentityVault vault) : CasePage
{
    private static readonly string[] Shown = ["application/pdf", "image/png", "image/jpeg"];

    /// <summary>What the doctors' item says, for those who review it; null for everybody else.</summary>
    public string? Doctors { get; private set; }

    public async Task<IActionResult> OnGet(string id, CancellationToken ct)
    {
        if (!await Load(id, ct))
            return NotFound();
        if (Actor.Role is Role.Secretariat or Role.Expert or Role.Committee && Application.Plan!.Answer(PlanItem.Doctors) is { Text.Length: > 0 } answer)
            Doctors = await vault.Get(answer.Text, ct) is { ValueKind: JsonValueKind.Object } kept && kept.TryGetProperty("text", out JsonElement text) ? text.GetString() : null;
        return Page();
    }

    /// <summary>A file of this dossier; a hash from elsewhere is not found.</summary>
    public async Task<IActionResult> OnGetDocument(string id, string sha, CancellationToken ct)
    {
        if (!await Load(id, ct) || Documents().FirstOrDefault(document => document.Sha256 == sha) is not { } pointer || await attachments.Open(sha, ct) is not { } file)
            return NotFound();
        // Anything that a browser might run is only ever downloaded.
        return Shown.Contains(file.Attachment.MediaType)
            ? File(file.Bytes.ToArray(), file.Attachment.MediaType)
            : File(file.Bytes.ToArray(), "application/octet-stream", pointer.Title);
    }

    public bool May(Permission permission) => Actor.Role.Holds(permission);

    private IEnumerable<DocumentPointer> Documents() => Application.Plan!.Answers.SelectMany(answer => answer.Documents);
}
