using RegenTrack.App.Pipeline;

namespace RegenTrack.App.Cells;

/// <summary>What the cells context declares.</summary>
public static class CellsContext
{
    public static void Register(AppModel model)
    {
        TransportSpecificationStream.Register(model);
        DonorStream.Register(model);
        ShipmentStream.Register(model);
        LotStream.Register(model);
        model.Reaction(Reactions.Name, Reactions.Follow);
        model.View(new SpecificationBoard());
        model.View(new DonorBoard());
        model.View(new ShipmentBoard());
        model.View(new LotBoard());
        model.Query<ListSpecifications, SpecificationList>(Permission.ReadCells, SpecificationBoard.List);
        model.Query<ListDonors, DonorList>(Permission.ReadCells, DonorBoard.List);
        model.Query<GetDonor, DonorDetail>(Permission.ReadCells, GetDonor.Answer);
        model.Query<ListShipments, ShipmentPage>(Permission.ReadCells, ShipmentBoard.List);
        model.Query<GetShipment, ShipmentDetail>(Permission.ReadCells, GetShipment.Answer);
        model.Query<ListLots, LotPage>(Permission.ReadCells, LotBoard.List);
        model.Query<GetLot, LotTrace>(Permission.ReadCells, GetLot.Answer);
        model.Query<GetTemperatureLog, TemperatureLogDetail>(Permission.ReadCells, GetTemperatureLog.Answer);
    }
}
