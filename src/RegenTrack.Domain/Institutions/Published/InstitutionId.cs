using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Institutions.Published;

/// <summary>A designated regenerative-medicine institution (재생의료기관), e.g. <c>inst-hanbit</c>.</summary>
public readonly record struct InstitutionId(string Value) : IIdentifier<InstitutionId>
{
    public static InstitutionId From(string value) => new(value);
}
