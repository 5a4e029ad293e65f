using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Interop.Trials.ClinicalTrialsGov;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Trials.Upload;

/// <summary>Brings in a registry record from a file.</summary>
[RequiresPermission(Permission.RecordTrial)]
[RequestSizeLimit(Limit)]
[RequestFormLimits(MultipartBodyLengthLimit = Limit)]
public sealed class IndexModel(AttachmentStore attachments) : RegenPage
{
    // A little more than the reader's own limit, so that a file just above it gets the reader's words.
    private const long Limit = RegistryRecordReader.MaximumLength + (1024 * 1024);

    [BindProperty]
    public IFormFile? Record { get; set; }

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        if (Record is null)
        {
            Refuse([new Refusal("file-missing", "파일을 고르십시오.", "Choose a file.", field: nameof(Record))]);
            return Page();
        }

        using var bytes = new MemoryStream();
        await Record.CopyToAsync(bytes, cancellation);
        ImportedTrial imported = await new TrialImport(Mediator, attachments)
            .Import(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), Record.FileName, Actor, CommandId, cancellation);
        if (imported is { IsImported: true, Trial: { } trial })
            return Redirect(imported.HasResults ? $"/trials/{trial.Value}/evidence" : $"/trials/{trial.Value}");
        Refuse(imported.Problems.Select(problem => problem with { Field = nameof(Record) }));
        return Page();
    }
}
