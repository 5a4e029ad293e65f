using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Donors;

/// <summary>One donor: required tests, what is recorded, and what is missing.</summary>
[RequiresPermission(Permission.RecordShipment)]
public sealed class ShowModel : CellsPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public List<Marker> Markers { get; set; } = [];

    [BindProperty]
    public MarkerResult Result { get; set; }

    [BindProperty]
    public DateOnly? SampledOn { get; set; }

    [BindProperty]
    public string Kit { get; set; } = "";

    [BindProperty]
    public string Laboratory { get; set; } = "";

    [BindProperty]
    public string Accreditation { get; set; } = "";

    public DonorDetail Detail { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Markers.Count == 0) Refuse([new("required", "검사 항목을 고르세요.", "Choose the tests.", field: nameof(Markers))]);
        foreach (var marker in Markers)
            if (ModelState.IsValid)
                await Send(new RecordDonorTest(new DonorId(Id), new DonorTest(marker, Result, SampledOn ?? default, Kit.Trim(), Laboratory.Trim(), Accreditation.Trim())), part: marker.ToString());
        if (ModelState.IsValid) return Redirect($"/cells/donors/{Id}");
        return await Load() ? Page() : NotFound();
    }

    private async Task<bool> Load()
    {
        if (await Mediator.Send(new GetDonor(Actor, Id), HttpContext.RequestAborted) is not { } detail) return false;
        Detail = detail;
        return true;
    }
}
