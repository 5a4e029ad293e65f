using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Cells;

/// <summary>A donor of imported cells. Hospitals see donors through the trace of their lots only.</summary>
public static class DonorStream
{
    public static readonly StreamType<Donor, DonorEvent> Type = new StreamType<Donor, DonorEvent>("donor", Donor.Initial, Donor.Evolve)
        .Event<DonorRegistered>("donor_registered_v1")
        .Event<DonorTestRecorded>("donor_test_recorded_v1")
        .VisibleTo((actor, _) => actor.Role != Role.HospitalSystem);

    public static void Register(AppModel model) => model.Stream(Type)
        .Command<RegisterDonor>(Permission.RecordShipment, c => c.Donor.Value, RegisterDonor.Decide)
        .Command<RecordDonorTest>(Permission.RecordShipment, c => c.Donor.Value, RecordDonorTest.Decide);
}
