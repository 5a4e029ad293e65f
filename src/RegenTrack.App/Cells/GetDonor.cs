using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Cells;

/// <summary>One donor with what the tests lack.</summary>
public sealed record GetDonor(Actor Actor, string Donor) : IQuery<DonorDetail>
{
    public static async Task<DonorDetail?> Answer(GetDonor query, QueryContext context, CancellationToken cancellation)
    {
        var (donor, version) = await context.Events.State(DonorStream.Type, query.Donor, cancellation);
        return donor.Exists && DonorStream.Type.IsVisible(query.Actor, donor) ? new(donor, version, DonorScreening.Faults(donor)) : null;
    }
}

/// <param name="Faults">Empty when the donor is eligible.</param>
public sealed record DonorDetail(Donor Donor, long Version, IReadOnlyList<Refusal> Faults);
