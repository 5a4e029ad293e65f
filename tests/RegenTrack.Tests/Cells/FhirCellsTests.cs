using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Cells;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Cells;

/// <summary>What a hospital sees of the lots and shipments that it imports.</summary>
public sealed class FhirCellsTests(PostgresFixture postgres)
{
    [Fact]
    public async Task a_hospital_reads_its_lot_with_donor_donation_number_expiry_and_state()
    {
        await using var web = await Inspected();
        using var hospital = await HospitalClient.SignIn(web, "demo-hospital", "inst-hanbit");

        var held = await hospital.Get("BiologicallyDerivedProduct/lot-a");
        Assert.Equal((200, "unavailable", "under-receipt-inspection"), (held.Status, held.Body.Text("status"), State(held.Body)));
        await Release(web);

        var lot = (await hospital.Get("BiologicallyDerivedProduct/lot-a")).Body;
        Assert.Equal(("available", "released", "2028-04-05"), (lot.Text("status"), State(lot), lot.ExtensionAt(CellNames.ExpirationDate)?.Text("valueDateTime")));
        Assert.Equal(("A999926123456", "NB-26-014"), (lot.IdentifierIn(CellNames.DonationNumber), lot.IdentifierIn(CellNames.SupplierLot)));
        Assert.Equal(("NB-D-7", "2026-04-06"), (lot.Text("collection", "source", "identifier", "value"), lot.Text("collection", "collectedDateTime")));
        Assert.Equal(("US", "Northbank Cell Repository"), (lot.ExtensionText(CellNames.OriginCountry), lot.ExtensionAt(CellNames.ProcessingFacility)?.Text("valueReference", "display")));
        Assert.Equal((3, -150m), (lot.Number("quantity"), lot.Items("storage").Single().Number("temperature")));
        Assert.Equal("grant-b-hanbit", lot.ExtensionAt(CellNames.ImportPermit)?.Text("valueIdentifier", "value"));
    }

    [Fact]
    public async Task a_hospital_follows_its_shipment_to_the_lots_in_their_containers()
    {
        await using var web = await Inspected();
        using var hospital = await HospitalClient.SignIn(web, "demo-hospital", "inst-hanbit");

        var shipment = (await hospital.Get("SupplyDelivery/shipment-1")).Body;
        Assert.Equal(("completed", "2026-05-31T01:00:00.000Z"), (shipment.Text("status"), shipment.Text("occurrencePeriod", "start")));
        Assert.Equal(("180-12345675", "KPTA-1"), (shipment.IdentifierIn(CellNames.AirWaybill), shipment.IdentifierIn(CellNames.PreClearance)));
        Assert.Equal("inst-hanbit", shipment.ExtensionAt(CellNames.ReceivingOrganization)?.Text("valueReference", "identifier", "value"));

        var container = (await hospital.Get("SupplyDelivery?part-of=SupplyDelivery/shipment-1")).Body.Items("entry").Single().At("resource")!.Value;
        Assert.Equal("BiologicallyDerivedProduct/lot-a", container.At("suppliedItem", "itemReference")!.Value.ExtensionAt(CellNames.AlternateReference)?.Text("valueReference", "reference"));
        Assert.Equal("SEAL-1", container.ExtensionAt(CellNames.TransportContainer)?.ExtensionText("seal"));
        Assert.Equal(container.Text("id"), (await hospital.Get($"SupplyDelivery/{container.Text("id")}")).Body.Text("id"));
        Assert.Equal(container.Text("id"), Assert.Single(await Ids(hospital, "SupplyDelivery?product=BiologicallyDerivedProduct/lot-a")));
    }

    [Theory]
    [InlineData("BiologicallyDerivedProduct", 1)]
    [InlineData("BiologicallyDerivedProduct?identifier=A999926123456", 1)]
    [InlineData("BiologicallyDerivedProduct?identifier=https://www.isbt128.org/uri/DonationIdentificationNumber|A999926123456", 1)]
    [InlineData("BiologicallyDerivedProduct?identifier=NB-26-014", 1)]
    [InlineData("BiologicallyDerivedProduct?identifier=https://www.isbt128.org/uri/DonationIdentificationNumber|NB-26-014", 0)]
    [InlineData("BiologicallyDerivedProduct?identifier=urn:other|NB-26-014", 0)]
    [InlineData("BiologicallyDerivedProduct?status=unavailable", 1)]
    [InlineData("BiologicallyDerivedProduct?status=available", 0)]
    [InlineData("BiologicallyDerivedProduct?release-state=under-receipt-inspection", 1)]
    [InlineData("BiologicallyDerivedProduct?release-state=released", 0)]
    [InlineData("BiologicallyDerivedProduct?release-state=eaten", 0)]
    [InlineData("SupplyDelivery", 2)]
    [InlineData("SupplyDelivery?part-of:missing=true", 1)]
    [InlineData("SupplyDelivery?identifier=180-12345675", 1)]
    [InlineData("SupplyDelivery?identifier=180-00000000", 0)]
    [InlineData("SupplyDelivery?status=completed", 2)]
    [InlineData("SupplyDelivery?status=in-progress", 0)]
    [InlineData("SupplyDelivery?product=lot-none", 0)]
    public async Task searches_find_what_they_ask_for_and_another_hospital_nothing(string search, int expected)
    {
        await using var web = await Inspected();
        using var hospital = await HospitalClient.SignIn(web, "demo-hospital", "inst-hanbit");
        using var other = await HospitalClient.SignIn(web, "demo-hospital-2", "inst-saebyeok");
        Assert.Equal(expected, (await Ids(hospital, search)).Count);
        Assert.Empty(await Ids(other, search));
    }

    [Fact]
    public async Task what_is_anothers_and_what_does_not_exist_look_alike()
    {
        await using var web = await Inspected();
        using var other = await HospitalClient.SignIn(web, "demo-hospital-2", "inst-saebyeok");
        foreach (var (theirs, none) in new[] { ("BiologicallyDerivedProduct/lot-a", "BiologicallyDerivedProduct/lot-none"), ("SupplyDelivery/shipment-1", "SupplyDelivery/none"), ("SupplyDelivery/shipment-1.1", "SupplyDelivery/shipment-1.9") })
        {
            var (forbidden, absent) = (await other.Get(theirs), await other.Get(none));
            Assert.Equal((404, 404), (forbidden.Status, absent.Status));
            Assert.Equal(absent.Body.ToString(), forbidden.Body.ToString());
        }
    }

    private async Task<RunningWeb> Inspected()
    {
        var web = await RunningWeb.Start(postgres);
        var story = new CellsStory(new TestApp((ServiceProvider)web.Services, web.Time));
        await story.Announce();
        await story.Arrive();
        await story.Inspect(peak: -175m);
        return web;
    }

    private static async Task Release(RunningWeb web) => await new TestApp((ServiceProvider)web.Services, web.Time).Accept(new ReleaseLot(CellsStory.Lot, "적합"), CellsStory.Inspector);

    private static string? State(JsonElement lot) => lot.ExtensionAt(CellNames.ProductStatus)?.Text("valueCoding", "code");

    private static async Task<IReadOnlyList<string>> Ids(HospitalClient hospital, string search)
    {
        var answer = await hospital.Get(search);
        Assert.Equal(200, answer.Status);
        return [.. answer.Body.Items("entry").Select(entry => entry.Text("resource", "id")!)];
    }
}
