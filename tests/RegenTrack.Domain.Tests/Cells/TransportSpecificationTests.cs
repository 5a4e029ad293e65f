using RegenTrack.Domain.Cells.Specifications;

namespace RegenTrack.Domain.Tests.Cells;

public sealed class TransportSpecificationTests
{
    private static Given<TransportSpecificationState, TransportSpecificationEvent> Given(params TransportSpecificationEvent[] events) =>
        Spec.Given(TransportSpecificationState.Initial, TransportSpecificationState.Evolve, events);

    [Fact]
    public void a_version_is_defined_once_and_stays()
    {
        var defined = new TransportSpecificationDefined(CellsScenario.Specification);

        Given().When(state => DefineTransportSpecification.Decide(state, new(CellsScenario.Specification), CellsScenario.Now)).Then([defined]);
        Given(defined)
            .When(state => DefineTransportSpecification.Decide(state, new(CellsScenario.Specification with { LongestGapMinutes = 60 }), CellsScenario.Now))
            .ThenRefused("specification-version-fixed");
    }

    [Fact]
    public void allowances_must_be_possible()
    {
        var impossible = CellsScenario.Specification with { Thresholds = [CellsScenario.Specification.Thresholds[0] with { CumulativeMinutes = 5 }] };

        Assert.Equal(["allowance-not-possible"], new DefineTransportSpecification(impossible).Shape().Select(refusal => refusal.Code));
    }
}
