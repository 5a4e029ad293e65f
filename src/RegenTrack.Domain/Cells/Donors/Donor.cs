using RegenTrack.Domain.Cells.Published;

namespace RegenTrack.Domain.Cells.Donors;

/// <summary>A donor as the receiving side may know one: what was collected, when, and the tests.</summary>
/// <param name="Code">The source site's pseudonym.</param>
public sealed record Donor(
    DonorId Id,
    bool Exists,
    string Code,
    string Country,
    DateOnly CollectedOn,
    bool LeukocyteRich,
    bool Reproductive,
    bool EligibilityDetermined,
    IReadOnlyList<Marker> CountryMarkers,
    IReadOnlyList<DonorTest> Tests)
{
    public static readonly Donor Initial = new(default, false, "", "", default, false, false, false, [], []);

    public static Donor Evolve(Donor state, DonorEvent e) => e switch
    {
        DonorRegistered registered => new(
            registered.Donor, true, registered.Code, registered.Country, registered.CollectedOn, registered.LeukocyteRich,
            registered.Reproductive, registered.EligibilityDetermined, registered.CountryMarkers, []),
        DonorTestRecorded recorded => state with { Tests = [.. state.Tests, recorded.Test] },
        _ => state,
    };
}

/// <summary>One test of one sample.</summary>
/// <param name="SampledOn">Day of the sample, in the donor's country.</param>
/// <param name="Accreditation">Accreditation of the laboratory.</param>
public sealed record DonorTest(Marker Marker, MarkerResult Result, DateOnly SampledOn, string Kit, string Laboratory, string Accreditation);
