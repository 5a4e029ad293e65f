using RegenTrack.Domain.Cells.Published;

namespace RegenTrack.Domain.Cells.Specifications;

/// <summary>One version of a product's transport specification; what is defined once never changes.</summary>
public sealed record TransportSpecificationState(TransportSpecification? Defined)
{
    public static readonly TransportSpecificationState Initial = new((TransportSpecification?)null);

    /// <summary>Stream id of a product version.</summary>
    public static string IdOf(string product, int version) => $"{product}.v{version}";

    public static TransportSpecificationState Evolve(TransportSpecificationState state, TransportSpecificationEvent e) => e switch
    {
        TransportSpecificationDefined defined => new(defined.Specification),
        _ => state,
    };
}

public abstract record TransportSpecificationEvent;

public sealed record TransportSpecificationDefined(TransportSpecification Specification) : TransportSpecificationEvent;
