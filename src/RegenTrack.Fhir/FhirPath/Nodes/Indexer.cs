using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Nodes;

/// <summary>The item at a position.</summary>
internal sealed class Indexer(Node source, Node index) : Node
{
    public Node Source => source;

    public Node Index => index;

    public override Items Evaluate(Scope scope)
    {
        var items = source.Evaluate(scope);
        return index.Evaluate(scope).Single("An index") switch
        {
            IntegerItem { Value: >= 0 } at when at.Value < items.Count => items[at.Value],
            IntegerItem or null => Items.Empty,
            _ => throw FhirPathException.WrongType("An index is an integer."),
        };
    }
}
