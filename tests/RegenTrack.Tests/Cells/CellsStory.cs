using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Cells.Specifications;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Cells;

/// <summary>One lot brought to the decision, by commands alone.</summary>
internal sealed class CellsStory(IServiceProvider services)
{
    private int _commands;

    public CellsStory(TestApp app)
        : this(app.Services)
    {
    }

    public static readonly Actor Inspector = new("ins1", Role.Inspector);
    public static readonly LotId Lot = new("lot-a");
    public static readonly ShipmentId Shipment = new("shipment-1");
    public static readonly DonorId Donor = new("donor-1");
    public static readonly DateTimeOffset Dispatched = TestTime.Start.AddDays(-1);
    public static readonly DateTimeOffset Arrived = TestTime.Start.AddHours(-4);
    private static readonly DateOnly Collected = new(2026, 4, 6);

    public async Task Announce()
    {
        await Accept(new DefineTransportSpecification(new("product-msc", 1, [new(true, -150m, 10, 30, ExcursionOutcome.Major), new(true, -120m, 0, 0, ExcursionOutcome.Critical)], 15)), Inspector);
        await Accept(new RegisterDonor(Donor, "NB-D-7", "US", Collected, false, false, true, []), Inspector);
        foreach (var marker in DonorScreening.Required(Domain.Cells.Donors.Donor.Initial))
            await Accept(new RecordDonorTest(Donor, new(marker, MarkerResult.Negative, Collected, "kit", "lab", "ISO 15189")), Inspector);
        await Accept(
            new AnnounceShipment(
                Shipment, new("site-northbank", "Northbank Cell Repository", "US"), new("CERT-1", "Authority", new(2026, 1, 1), new(2026, 12, 31)), new("grant-b-hanbit"), new("inst-hanbit"),
                new(2026, 5, 31), "180-12345675", [new("C-1", "SEAL-1")], [new(Lot, Donor, new("A999926123456"), "product-msc", 1, "NB-26-014", new(2028, 4, 5), "C-1", 3, "vial")]),
            Inspector);
        await Accept(new FollowShipment(Lot, Shipment), Inspector);
    }

    public async Task Arrive()
    {
        await Accept(new ReportPreClearance(Shipment, "KPTA-1", new(2026, 5, 30)), Inspector);
        await Accept(new RecordDispatch(Shipment, Dispatched), Inspector);
        await Accept(new RecordArrival(Shipment, Arrived, "ICN"), Inspector);
        await Accept(new FollowShipment(Lot, Shipment), Inspector);
        await Accept(new StartInspection(Lot), Inspector);
    }

    public async Task Inspect(decimal peak, CheckResult temperature = CheckResult.Satisfactory)
    {
        await Accept(new CheckSeal(Shipment, new("C-1", "SEAL-1", true, null, null)), Inspector);
        await Accept(new ScanUnit(Shipment, "A9999 26 123456 T", Lot), Inspector);
        await Accept(new AttachTemperatureLog(Shipment, await Store(LoggerText(peak)), null, null), Inspector);
        foreach (var kind in Enum.GetValues<CheckKind>())
        {
            var result = kind == CheckKind.Temperature ? temperature : CheckResult.Satisfactory;
            var check = new ReceiptCheck(kind, result, null, kind == CheckKind.Identity ? IdentityDepth.Full : null, result == CheckResult.Satisfactory ? null : "excursion", null);
            await Accept(new RecordReceiptCheck(Shipment, check, DocumentChecklist.Items.ToDictionary(item => item.Key, _ => ItemAnswer.Present)), Inspector);
        }
    }

    private async Task Accept<TCommand>(TCommand command, Actor actor)
        where TCommand : notnull =>
        Assert.IsType<CommandOutcome.Accepted>(await services.GetRequiredService<IMediator>().Send(new Envelope<TCommand>(command, actor, $"story-{++_commands}"), TestContext.Current.CancellationToken));

    public async Task<string> Store(string text) =>
        (await services.GetRequiredService<AttachmentStore>().Save(Encoding.UTF8.GetBytes(text), "text/plain", "log.txt", TestContext.Current.CancellationToken)).Sha256;

    /// <summary>A Berlinger text of the whole transport at -180 °C, with one hour at <paramref name="peak"/>.</summary>
    public static string LoggerText(decimal peak)
    {
        var text = new StringBuilder("Device: Q-tag CLm doc LR\r\nVers: 1.9\r\nConf:\r\n Serial: SYN-1\r\n Zone: 0.00\r\n Logging Interval: 10\r\nData:\r\n\tyyyy-MM-dd hh:mm\tT\tOut of limits\r\n");
        for (var at = Dispatched.AddMinutes(-10); at <= Arrived.AddMinutes(10); at = at.AddMinutes(10))
            text.Append(CultureInfo.InvariantCulture, $"\t{at:yyyy-MM-dd HH:mm}\t{((at - Dispatched).TotalMinutes is >= 600 and < 660 ? peak : -180m):0.0}\t\r\n");
        return text.ToString();
    }
}
