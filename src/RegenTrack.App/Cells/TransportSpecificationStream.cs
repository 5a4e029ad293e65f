using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Specifications;

namespace RegenTrack.App.Cells;

/// <summary>The transport limits of one product version.</summary>
public static class TransportSpecificationStream
{
    public static readonly StreamType<TransportSpecificationState, TransportSpecificationEvent> Type =
        new StreamType<TransportSpecificationState, TransportSpecificationEvent>("transport-specification", TransportSpecificationState.Initial, TransportSpecificationState.Evolve)
            .Event<TransportSpecificationDefined>("transport_specification_defined_v1");

    public static void Register(AppModel model) => model.Stream(Type)
        .Command<DefineTransportSpecification>(
            Permission.RecordShipment, c => TransportSpecificationState.IdOf(c.Specification.Product, c.Specification.Version), DefineTransportSpecification.Decide);

    /// <summary>Those of the product versions asked for that are defined.</summary>
    internal static async Task<IReadOnlyList<TransportSpecification>> Load(IEnumerable<(string Product, int Version)> versions, FactReader facts, CancellationToken cancellation)
    {
        var ids = versions.Distinct().Select(version => TransportSpecificationState.IdOf(version.Product, version.Version));
        return [.. (await facts.States(Type, [.. ids], cancellation)).Select(state => state.Defined).OfType<TransportSpecification>()];
    }
}
