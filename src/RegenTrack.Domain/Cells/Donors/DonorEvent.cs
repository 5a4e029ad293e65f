using RegenTrack.Domain.Cells.Published;

namespace RegenTrack.Domain.Cells.Donors;

public abstract record DonorEvent;

public sealed record DonorRegistered(
    DonorId Donor,
    string Code,
    string Country,
    DateOnly CollectedOn,
    bool LeukocyteRich,
    bool Reproductive,
    bool EligibilityDetermined,
    IReadOnlyList<Marker> CountryMarkers) : DonorEvent;

public sealed record DonorTestRecorded(DonorId Donor, DonorTest Test) : DonorEvent;
