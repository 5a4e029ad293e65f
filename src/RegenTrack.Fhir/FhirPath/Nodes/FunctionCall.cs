using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Functions;

namespace RegenTrack.Fhir.FhirPath.Nodes;

/// <summary>A function on the items before the dot, or on <c>$this</c>.</summary>
internal sealed class FunctionCall(Node? source, Function function, ImmutableArray<Node> arguments) : Node
{
    public Node? Source => source;

    public Function Function => function;

    public ImmutableArray<Node> Arguments => arguments;

    public override Items Evaluate(Scope scope) => function.Body(scope, source is null ? scope.This : source.Evaluate(scope), arguments);
}
