namespace RegenTrack.Fhir.FhirPath.Nodes;

/// <summary><c>$this</c>, <c>$index</c> and <c>$total</c>.</summary>
internal sealed class Focus(string name) : Node
{
    public string Name => name;

    public override Items Evaluate(Scope scope) => name switch { "this" => scope.This, "index" => scope.Index, _ => scope.Total };
}
