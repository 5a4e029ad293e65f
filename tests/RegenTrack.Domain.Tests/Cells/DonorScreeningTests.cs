using RegenTrack.Domain.Cells.Donors;
using static RegenTrack.Domain.Tests.Cells.CellsScenario;

namespace RegenTrack.Domain.Tests.Cells;

public sealed class DonorScreeningTests
{
    [Theory]
    [InlineData(-8, false)]
    [InlineData(-7, true)]
    [InlineData(0, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void the_sample_window_is_seven_days_each_way_inclusive(int day, bool passes)
    {
        var donor = DonorWith(marker => Negative(marker) with { SampledOn = Collected.AddDays(day) });

        Assert.Equal(passes ? 0 : 8, DonorScreening.Faults(donor).Count);
        Assert.All(DonorScreening.Faults(donor), fault => Assert.Equal("donor-test-out-of-window", fault.Code));
    }

    [Fact]
    public void leukocyte_rich_reproductive_and_country_add_tests()
    {
        var donor = DonorWith(_ => null) with { LeukocyteRich = true, Reproductive = true, CountryMarkers = [Marker.WestNileNat] };

        Assert.Equal(8 + 3 + 2 + 1, DonorScreening.Required(donor).Count);
        Assert.Equal(14, DonorScreening.Faults(donor).Count(fault => fault.Code == "donor-test-missing"));
    }

    [Fact]
    public void one_reactive_sample_excludes_whatever_another_says()
    {
        var donor = DonorWith();
        donor = Donor.Evolve(donor, new DonorTestRecorded(DonorOne, Negative(Marker.HbsAg) with { Result = MarkerResult.Positive, SampledOn = Collected.AddDays(90) }));

        Assert.Equal(["donor-test-not-negative"], DonorScreening.Faults(donor).Select(fault => fault.Code));
    }

    [Fact]
    public void an_unknown_donor_and_a_missing_determination_are_faults()
    {
        Assert.Equal(["donor-unknown"], DonorScreening.Faults(Donor.Initial).Select(fault => fault.Code));
        Assert.Equal(["donor-eligibility-not-determined"], DonorScreening.Faults(DonorWith() with { EligibilityDetermined = false }).Select(fault => fault.Code));
    }

    [Fact]
    public void a_test_is_recorded_once()
    {
        Spec.Given<Donor, DonorEvent>(DonorWith(_ => null), Donor.Evolve)
            .When(donor => RecordDonorTest.Decide(donor, new(DonorOne, Negative(Marker.HbvNat)), Now))
            .Then([new DonorTestRecorded(DonorOne, Negative(Marker.HbvNat))]);
    }

    [Fact]
    public void a_resident_registration_number_is_no_donor_code()
    {
        var command = new RegisterDonor(DonorOne, "900101-1234567", "US", Collected, false, false, true, []);

        Assert.Equal(["resident-registration-number"], command.Shape().Select(refusal => refusal.Code));
    }
}
