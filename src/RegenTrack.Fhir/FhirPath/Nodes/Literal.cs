namespace RegenTrack.Fhir.FhirPath.Nodes;

/// <summary>A constant; null is the empty collection.</summary>
internal sealed class Literal(PathItem? item) : Node
{
    public PathItem? Item => item;

    public override Items Evaluate(Scope scope) => item;
}
