using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Published;

/// <summary>A donor by the source site's own pseudonym; never a person's identity.</summary>
public readonly record struct DonorId(string Value) : IIdentifier<DonorId>
{
    public static DonorId From(string value) => new(value);
}
