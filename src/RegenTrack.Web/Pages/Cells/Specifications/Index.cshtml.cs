using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Specifications;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Specifications;

/// <summary>Transport limits by product and version.</summary>
[RequiresPermission(Permission.RecordShipment)]
public sealed class IndexModel : CellsPage
{
    private const int Rows = 4;

    [BindProperty]
    public string Product { get; set; } = "";

    [BindProperty]
    public int Version { get; set; } = 1;

    [BindProperty]
    public int LongestGapMinutes { get; set; } = 15;

    [BindProperty]
    public List<ThresholdForm> Thresholds { get; set; } = [];

    public IReadOnlyList<SpecificationRow> Defined { get; private set; } = [];

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync()
    {
        var thresholds = Thresholds.Where(row => row.Celsius is not null)
            .Select(row => new TemperatureThreshold(row.Above, row.Celsius!.Value, row.Longest, row.Cumulative, row.Critical ? ExcursionOutcome.Critical : ExcursionOutcome.Major)).ToList();
        if (ModelState.IsValid && await Send(new DefineTransportSpecification(new(Product.Trim(), Version, thresholds, LongestGapMinutes)))) return Redirect("/cells/specifications");
        await Load();
        return Page();
    }

    private async Task Load()
    {
        while (Thresholds.Count < Rows) Thresholds.Add(new());
        Defined = (await Mediator.Send(new ListSpecifications(Actor), HttpContext.RequestAborted))?.Rows ?? [];
    }
}

/// <summary>One limit as typed; without a temperature it is blank.</summary>
public sealed class ThresholdForm
{
    public bool Above { get; set; } = true;

    public decimal? Celsius { get; set; }

    public int Longest { get; set; }

    public int Cumulative { get; set; }

    public bool Critical { get; set; }
}
