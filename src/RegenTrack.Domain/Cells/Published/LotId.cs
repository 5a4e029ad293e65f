using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Published;

/// <summary>One batch of raw cells (원료세포) from one donor, with its own 처리번호.</summary>
public readonly record struct LotId(string Value) : IIdentifier<LotId>
{
    public static LotId From(string value) => new(value);
}
