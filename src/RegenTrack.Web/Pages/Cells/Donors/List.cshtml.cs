using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Donors;

/// <summary>Donors, and the registration of one.</summary>
[RequiresPermission(Permission.RecordShipment)]
public sealed class ListModel : CellsPage
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string Country { get; set; } = "";

    [BindProperty]
    public DateOnly? CollectedOn { get; set; }

    [BindProperty]
    public bool LeukocyteRich { get; set; }

    [BindProperty]
    public bool Reproductive { get; set; }

    [BindProperty]
    public bool EligibilityDetermined { get; set; }

    [BindProperty]
    public List<Marker> CountryMarkers { get; set; } = [];

    public IReadOnlyList<DonorRow> Donors { get; private set; } = [];

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync()
    {
        var donor = new DonorId(Ids.From(CommandId, "donor"));
        if (ModelState.IsValid && await Send(new RegisterDonor(
            donor, Code, Country.Trim().ToUpperInvariant(), CollectedOn ?? default, LeukocyteRich, Reproductive, EligibilityDetermined, CountryMarkers)))
            return Redirect($"/cells/donors/{donor.Value}");
        await Load();
        return Page();
    }

    private async Task Load() => Donors = (await Mediator.Send(new ListDonors(Actor), HttpContext.RequestAborted))?.Rows ?? [];
}
