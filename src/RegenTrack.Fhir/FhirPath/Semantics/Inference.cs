using RegenTrack.Fhir.FhirPath.Nodes;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Semantics;

/// <summary>Follows an expression through the definitions, without data.</summary>
internal sealed class Inference(Shape context, List<FhirPathProblem> problems)
{
    public Shape Of(Node node, Shape focus) => node switch
    {
        Literal literal => literal.Item is SystemItem value ? Shape.Of(value.Type) : Shape.Nothing,
        Focus { Name: "this" } => focus,
        Focus { Name: "index" } => Shape.Of(SystemType.Integer),
        Member member => Step(member, member.Source is null ? focus : Of(member.Source, focus), member.Source is null),
        Indexer indexer => Index(indexer, focus),
        Variable variable => variable.Known is not null ? Shape.Of(SystemType.String) : variable.Name is "context" ? context : Shape.Unknown,
        TypeTest test => Test(test, test.Source is null ? focus : Of(test.Source, focus)),
        Polarity polarity => Of(polarity.Operand, focus),
        UnionOperation union => Shape.Either(Of(union.Left, focus), Of(union.Right, focus)),
        Operation operation => Operated(operation, focus),
        FunctionCall call => Call(call, call.Source is null ? focus : Of(call.Source, focus), focus),
        _ => Shape.Unknown,
    };

    private Shape Step(Member member, Shape input, bool begins)
    {
        if (begins && member.Start is { } start)
        {
            if (input.IsKnown && !input.Fhir.Any(type => type.Is(start) || start.Is(type)))
                Report(member, $"'{member.Name}' is not the type of what is being looked at.");
            return Shape.Of(start);
        }

        if (!input.IsKnown || input.IsNothing || input.System == SystemType.Quantity)
            return Shape.Unknown with { IsOrdered = input.IsOrdered };
        var steps = input.Fhir.Select(type => type.Step(member.Name)).OfType<ElementStep>().ToList();
        if (steps.Count > 0)
            return Shape.Of(steps.SelectMany(step => step.Choices).Select(choice => choice.Type)) with { IsOrdered = input.IsOrdered };
        Report(member, $"{string.Join(" or ", input.Fhir.Select(type => type.Path).Append(input.System.ToString()).Where(name => name != "None").Take(5))} has no element '{member.Name}'.");
        return Shape.Unknown;
    }

    private Shape Index(Indexer indexer, Shape focus)
    {
        Of(indexer.Index, focus);
        return Positioned(indexer, Of(indexer.Source, focus));
    }

    private Shape Positioned(Node node, Shape input)
    {
        if (!input.IsOrdered)
            Report(node, "The items have no order to pick from.");
        return input;
    }

    private Shape Test(TypeTest test, Shape input)
    {
        if (test.Operation == TypeOperation.Is)
            return Shape.Of(SystemType.Boolean);
        if (!test.Type.IsKnown)
            Report(test, $"There is no type '{test.Type}'.");
        return test.Type.Fhir is { } type ? Shape.Of(type) with { IsOrdered = input.IsOrdered } : Shape.Of(test.Type.System);
    }

    private Shape Operated(Operation operation, Shape focus)
    {
        var (left, right) = (Of(operation.Left, focus), Of(operation.Right, focus));
        return operation switch
        {
            ConcatenationOperation => Shape.Of(SystemType.String),
            ArithmeticOperation => left.System == right.System && operation.Symbol != "/" ? left with { Fhir = [] } : Shape.Unknown,
            _ => Shape.Of(SystemType.Boolean),
        };
    }

    private Shape Call(FunctionCall call, Shape input, Shape focus)
    {
        var name = call.Function.Name;
        if (FunctionShapes.ByPosition.Contains(name))
            Positioned(call, input);
        var inner = FunctionShapes.OfItems.Contains(name) && name is not "aggregate" ? input : focus;
        var arguments = call.Arguments.Select(argument => Of(argument, inner)).ToList();
        if (name == "iif" && !arguments[0].MayBeBoolean)
            Report(call, "The criterion is no boolean.");
        return name switch
        {
            "select" => arguments[0],
            "repeat" => Shape.Either(arguments[0], Of(call.Arguments[0], arguments[0])),
            "iif" => arguments.Count == 3 ? Shape.Either(arguments[1], arguments[2]) : arguments[1],
            "union" or "combine" => Shape.Either(input, arguments[0]),
            _ => FunctionShapes.Of(name, input) ?? Shape.Unknown,
        };
    }

    private void Report(Node node, string message) => problems.Add(new FhirPathProblem(message, node.Position));
}
