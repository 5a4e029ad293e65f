using RegenTrack.App.Cells;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Treatments;

namespace RegenTrack.Interop.Cells;

/// <summary>GET BiologicallyDerivedProduct: the lots that the hospital imports, with donor, donation number, expiry and state.</summary>
internal sealed class LotDoor : IResourceDoor, ISearchDoor
{
    public string Type => "BiologicallyDerivedProduct";

    public IReadOnlyList<SearchParameter> Parameters { get; } =
    [
        new("identifier", "token", "Donation number or the source site's lot number"),
        new("status", "token", "available: released and not expired; unavailable: everything else"),
        new("release-state", "token", $"Where the lot stands: {KebabCodes<LotState>.All}"),
    ];

    public async Task<FhirReply> Read(string id, FhirCall call) =>
        await call.Ask(new FindLots(call.Actor, Lot: id)) is { Lots: [var found] } page
            ? FhirReply.Ok(MapLot.Write(found, page.Today), found.Version)
            : FhirReply.NotFound;

    public async Task<FhirReply> Search(FhirSearch search, FhirCall call)
    {
        var state = KebabCodes<LotState>.Find(search.Code("release-state"));
        bool? usable = search.Code("status") switch { "available" => true, "unavailable" => false, _ => null };
        var (system, number) = (search.System("identifier"), search.Code("identifier"));
        if ((search.One("release-state") is not null && state is null) || (search.One("status") is not null && usable is null) || (system is not (null or CellNames.DonationNumber or CellNames.SupplierLot)))
            return FhirReply.SearchSet([]);

        var query = new FindLots(call.Actor, State: state, Usable: usable, After: search.After, Size: search.Count);
        var page = system == CellNames.SupplierLot ? await call.Ask(query with { Batch = number }) : await call.Ask(query with { Din = number });
        if (number is not null && system is null && page is { Lots: [] })
            page = await call.Ask(query with { Batch = number });
        return FhirReply.SearchSet(page?.Lots.Select(found => MapLot.Write(found, page.Today)) ?? [], next: page?.Next);
    }
}
