using RegenTrack.App.Pipeline;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Inspect;

/// <summary>Every lot of the shipment with its state; each is decided on its own page.</summary>
[RequiresPermission(Permission.InspectShipment)]
public sealed class DecideModel : InspectPage;
