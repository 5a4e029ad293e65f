using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Attachments;
using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Cells.Temperature;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Inspect;

/// <summary>Upload of logger files, and what they say.</summary>
[RequiresPermission(Permission.InspectShipment)]
public sealed class TemperatureModel : InspectPage
{
    private static readonly Refusal NoFile = new("logger-file-missing", "온도기록 파일을 고르세요.", "Choose the logger file.", field: nameof(File));

    [BindProperty]
    public new IFormFile? File { get; set; }

    [BindProperty]
    public string? Container { get; set; }

    [BindProperty]
    public int? OffsetMinutes { get; set; }

    public IReadOnlyList<TemperatureLogDetail> Logs { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Result is Microsoft.AspNetCore.Mvc.RazorPages.PageResult) await ReadLogs();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (File is null || File.Length == 0) Refuse([NoFile]);
        else if (await Bytes(File, nameof(File)) is { } bytes)
        {
            // A file that cannot be read is not kept.
            if (LoggerFile.Read(bytes).Refusal is { } refusal) Refuse([refusal]);
            else
            {
                var stored = await HttpContext.RequestServices.GetRequiredService<AttachmentStore>().Save(bytes, MediaTypeNames.Application.Octet, null, HttpContext.RequestAborted);
                var container = string.IsNullOrWhiteSpace(Container) ? null : Container;
                if (await Send(new AttachTemperatureLog(ShipmentId, stored.Sha256, container, OffsetMinutes))) return Redirect($"/cells/inspect/{Id}/temperature");
            }
        }

        return await Again();
    }

    /// <summary>The original, byte for byte.</summary>
    public async Task<IActionResult> OnGetOriginalAsync(string sha256) =>
        await Mediator.Send(new GetTemperatureLog(Actor, Id, sha256), HttpContext.RequestAborted) is { } log
            ? File(log.File.Bytes.ToArray(), MediaTypeNames.Application.Octet, $"{log.Attached.Serial}-{sha256[..8]}.{(log.Attached.Format == "berlinger-text" ? "txt" : "csv")}")
            : NotFound();

    private async Task ReadLogs()
    {
        var logs = new List<TemperatureLogDetail>();
        foreach (var attached in Detail.Shipment.Logs)
            if (await Mediator.Send(new GetTemperatureLog(Actor, Id, attached.Sha256), HttpContext.RequestAborted) is { } log) logs.Add(log with { Attached = attached });
        Logs = logs;
    }
}
