using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Lots;

/// <summary>The trace of one lot: donor, shipment, custody, temperature, checks, decisions.</summary>
[RequiresPermission(Permission.ReadCells)]
public sealed class ShowModel : LotPageModel
{
    public IReadOnlyList<TemperatureLogDetail> Logs { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if ((await next()).Result is not PageResult) return;
        var logs = new List<TemperatureLogDetail>();
        foreach (var attached in Trace.Shipment.LogsOf(Trace.Lot.Container))
            if (await Mediator.Send(new GetTemperatureLog(Actor, Trace.Lot.Shipment.Value, attached.Sha256), HttpContext.RequestAborted) is { } log) logs.Add(log with { Attached = attached with { Verdicts = [.. attached.Verdicts.Where(verdict => verdict.Product == Trace.Lot.Product && verdict.SpecificationVersion == Trace.Lot.ProductVersion)] } });
        Logs = logs;
    }
}
