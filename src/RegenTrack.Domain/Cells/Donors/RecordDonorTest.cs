using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Donors;

/// <summary>Record one infectious-disease test of the donor, as the laboratory reported it.</summary>
public sealed record RecordDonorTest(DonorId Donor, DonorTest Test) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (Test.SampledOn == default) yield return CellsRefusals.Required(nameof(DonorTest.SampledOn));
        if (string.IsNullOrWhiteSpace(Test.Laboratory)) yield return CellsRefusals.Required(nameof(DonorTest.Laboratory));
        if (string.IsNullOrWhiteSpace(Test.Kit)) yield return CellsRefusals.Required(nameof(DonorTest.Kit));
    }

    public static Outcome<DonorEvent> Decide(Donor state, RecordDonorTest command, Circumstances at)
    {
        if (!state.Exists) return DonorScreening.Unknown;
        if (command.Test.SampledOn > at.Today) return CellsRefusals.InTheFuture(nameof(DonorTest.SampledOn));
        return state.Tests.Contains(command.Test) ? Outcome<DonorEvent>.Accept() : new DonorTestRecorded(command.Donor, command.Test);
    }
}
