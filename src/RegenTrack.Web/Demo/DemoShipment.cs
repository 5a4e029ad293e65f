using System.Globalization;
using System.Text;
using RegenTrack.App.Attachments;
using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Labels;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.Web.Demo;

/// <summary>One shipment of one lot of one donor, from its announcement to the checks on receipt.</summary>
/// <param name="peak">Warmest degrees Celsius of the transport, held for one hour.</param>
internal sealed class DemoShipment(DemoRoom room, int number, LotId lot, decimal peak)
{
    // Enough for whoever follows the connection guide on the demo again and again.
    private const int Vials = 40;
    private readonly ShipmentId _shipment = new($"shipment-nb-{number}");
    private readonly DonorId _donor = new($"donor-nb-{number}");
    private readonly DonationNumber _donation = new($"A99992612340{number}");
    private readonly DateTimeOffset _arrived = Minute(room.Now.AddHours(-4));
    private readonly Actor _inspector = DemoPeople.Officer(Role.Inspector);

    public LotId Lot => lot;

    private DateTimeOffset Dispatched => _arrived.AddHours(-40);

    private DateOnly Today => KoreanTime.DayOf(room.Now);

    public async Task Announce(CancellationToken cancellation)
    {
        var collected = Today.AddDays(-60);
        await Do("donor", new RegisterDonor(_donor, $"NB-D-{number}", "US", collected, false, false, true, []), cancellation);
        foreach (var marker in DonorScreening.Required(Donor.Initial))
            await Do($"test-{marker}", new RecordDonorTest(_donor, new(marker, MarkerResult.Negative, collected, "fictional kit", "fictional laboratory", "ISO 15189")), cancellation);
        await Do("announce", new AnnounceShipment(
            _shipment, new("site-northbank", "Northbank Cell Repository (fictional)", "US"), new($"FICT-CERT-{number}", "Fictional authority", Today.AddMonths(-6), Today.AddMonths(6)),
            DemoGrants.ImportedCells, DemoPlans.Hanbit, KoreanTime.DayOf(Dispatched), "180-12345675", [new("C-1", "SEAL-1")],
            [new(lot, _donor, _donation, "prod-ucmsc", 1, $"NB-{number}", Today.AddYears(2), "C-1", Vials, "vial")]), cancellation);
        await LotsFollow(cancellation);
    }

    private async Task LotsFollow(CancellationToken cancellation)
    {
        if (!await CatchUp.With(room.Services.GetRequiredService<Store>(), Reaction.NameOf(Reactions.Name), TimeSpan.FromSeconds(30), cancellation))
            throw new DemoStoppedException("lots-do-not-follow");
    }

    public async Task Arrive(CancellationToken cancellation)
    {
        await Do("clear", new ReportPreClearance(_shipment, $"FICT-KPTA-{number}", KoreanTime.DayOf(Dispatched).AddDays(-1)), cancellation);
        await Do("dispatch", new RecordDispatch(_shipment, Dispatched), cancellation);
        await Do("arrive", new RecordArrival(_shipment, _arrived, "ICN"), cancellation);
        await LotsFollow(cancellation);
        await Do("inspect", new StartInspection(lot), cancellation);
    }

    public async Task Inspect(CheckResult temperature, CancellationToken cancellation)
    {
        await Do("seal", new CheckSeal(_shipment, new("C-1", "SEAL-1", true, null, null)), cancellation);
        await Do("scan", new ScanUnit(_shipment, _donation.Printed, lot), cancellation);
        var log = await room.Services.GetRequiredService<AttachmentStore>().Save(Encoding.UTF8.GetBytes(Log()), "text/plain", $"synthetic-{number}.txt", cancellation);
        await Do("log", new AttachTemperatureLog(_shipment, log.Sha256, null, null), cancellation);
        foreach (var kind in Enum.GetValues<CheckKind>())
        {
            var result = kind == CheckKind.Temperature ? temperature : CheckResult.Satisfactory;
            var check = new ReceiptCheck(kind, result, null, kind == CheckKind.Identity ? IdentityDepth.Full : null, result == CheckResult.Satisfactory ? null : "온도 이탈(가상)", null);
            await Do($"check-{kind}", new RecordReceiptCheck(_shipment, check, DocumentChecklist.Items.ToDictionary(item => item.Key, _ => ItemAnswer.Present)), cancellation);
        }
    }

    private Task Do<TCommand>(string moment, TCommand command, CancellationToken cancellation)
        where TCommand : notnull => room.Send(_inspector, $"{_shipment.Value}-{moment}", command, cancellation);

    private string Log()
    {
        var text = new StringBuilder("Device: Q-tag CLm doc LR\r\nVers: 1.9\r\nConf:\r\n Serial: SYNTHETIC\r\n Zone: 0.00\r\n Logging Interval: 10\r\nData:\r\n\tyyyy-MM-dd hh:mm\tT\tOut of limits\r\n");
        for (var at = Dispatched.AddMinutes(-10); at <= _arrived.AddMinutes(10); at = at.AddMinutes(10))
            text.Append(CultureInfo.InvariantCulture, $"\t{at:yyyy-MM-dd HH:mm}\t{((at - Dispatched).TotalMinutes is >= 600 and < 660 ? peak : -180m):0.0}\t\r\n");
        return text.ToString();
    }

    private static DateTimeOffset Minute(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
}
