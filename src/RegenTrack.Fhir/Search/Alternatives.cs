using RegenTrack.Fhir.FhirPath;

namespace RegenTrack.Fhir.Search;

/// <summary>A union that need not look for duplicates: a key found twice is still one key.</summary>
internal sealed class Alternatives(Node left, Node right) : Node
{
    public Node Left => left;

    public Node Right => right;

    public override Items Evaluate(Scope scope)
    {
        var found = new Collecting();
        found.Add(left.Evaluate(scope));
        found.Add(right.Evaluate(scope));
        return found.Items;
    }
}
