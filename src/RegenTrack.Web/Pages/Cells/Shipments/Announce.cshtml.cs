using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Shipments;

/// <summary>Announce a shipment with its containers and lots.</summary>
[RequiresPermission(Permission.RecordShipment)]
public sealed class AnnounceModel : CellsPage
{
    private const int MostLots = 20;

    [BindProperty]
    public AnnounceForm Input { get; set; } = new();

    public IReadOnlyList<DonorRow> Donors { get; private set; } = [];

    public IReadOnlyList<SpecificationRow> Specifications { get; private set; } = [];

    public Task OnGetAsync() => Choices();

    public async Task<IActionResult> OnPostAddLotAsync()
    {
        ModelState.Clear();
        if (Input.Lots.Count < MostLots) Input.Lots.Add(new());
        await Choices();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (units, containers, refusals) = AnnouncedLots.Read(Input.Lots, index => Ids.From($"{CommandId}:{index}", "lot"));
        if (refusals.Count > 0 || !ModelState.IsValid)
        {
            Refuse(refusals);
            await Choices();
            return Page();
        }

        var shipment = new ShipmentId(Ids.From(CommandId, "shipment"));
        var announced = await Send(new AnnounceShipment(
            shipment,
            new SourceSite(Input.SiteId.Trim(), Input.Site.Trim(), Input.Country.Trim().ToUpperInvariant()),
            new ExporterCertificate(Input.Certificate.Trim(), Input.Issuer.Trim(), Input.CertificateFrom ?? default, Input.CertificateUntil ?? default),
            string.IsNullOrWhiteSpace(Input.Grant) ? null : new GrantId(Input.Grant.Trim()),
            string.IsNullOrWhiteSpace(Input.Importer) ? null : new(Input.Importer.Trim()),
            Input.ExpectedOn ?? default,
            string.IsNullOrWhiteSpace(Input.AirWaybill) ? null : Input.AirWaybill.Trim(),
            containers,
            units));
        if (!announced)
        {
            await Choices();
            return Page();
        }

        await LotsFollow();
        return Redirect($"/cells/shipments/{shipment.Value}");
    }

    private async Task Choices()
    {
        Donors = (await Mediator.Send(new ListDonors(Actor), HttpContext.RequestAborted))?.Rows ?? [];
        Specifications = (await Mediator.Send(new ListSpecifications(Actor), HttpContext.RequestAborted))?.Rows ?? [];
    }
}
