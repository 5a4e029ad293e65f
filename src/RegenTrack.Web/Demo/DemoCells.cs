using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Cells.Specifications;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Demo;

/// <summary>Three shipments: one whose lot is released, one whose lot got warm and is rejected, one that waits for the inspector.</summary>
internal static class DemoCells
{
    public static readonly LotId Released = new("lot-nb-1");

    public static readonly DemoStep Step = new("cells", new("원료세포(가상)를 검사합니다.", "Inspecting shipments of raw cells (fictional)."), Tell);

    private static async Task Tell(DemoRoom room, CancellationToken cancellation)
    {
        TemperatureThreshold[] limits = [new(true, -150m, 10, 30, ExcursionOutcome.Major), new(true, -120m, 0, 0, ExcursionOutcome.Critical)];
        var inspector = DemoPeople.Officer(Role.Inspector);
        await room.Send(inspector, "transport", new DefineTransportSpecification(new TransportSpecification("prod-ucmsc", 1, limits, 15)), cancellation);
        var good = new DemoShipment(room, 1, Released, -175m);
        await good.Announce(cancellation);
        await good.Arrive(cancellation);
        await good.Inspect(CheckResult.Satisfactory, cancellation);
        await room.Send(inspector, "release", new ReleaseLot(Released, "모든 확인 항목 적합(가상)"), cancellation);

        var warm = new DemoShipment(room, 2, new LotId("lot-nb-2"), -140m);
        await warm.Announce(cancellation);
        await warm.Arrive(cancellation);
        await warm.Inspect(CheckResult.Derogation, cancellation);
        await room.Send(inspector, "hold", new HoldLot(warm.Lot, "온도 이탈(가상)"), cancellation);
        await room.Send(inspector, "reject", new RejectLot(warm.Lot, "안정성을 보일 수 없음(가상)", Disposal.Destroy), cancellation);

        var waiting = new DemoShipment(room, 3, new LotId("lot-nb-3"), -175m);
        await waiting.Announce(cancellation);
        await waiting.Arrive(cancellation);
    }
}
