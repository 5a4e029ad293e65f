using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Operators;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary>Functions that visit every item.</summary>
internal static class Filtering
{
    public static readonly ImmutableArray<Function> Functions =
    [
        new("where", 1, 1, Where),
        new("select", 1, 1, Select),
        new("repeat", 1, 1, Repeat),
        new("iif", 2, 3, Iif),
    ];

    private static Items Where(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (input.IsEmpty)
            return input;
        var (inner, found) = (scope.Nested(Items.Empty), new Collecting());
        for (var i = 0; i < input.Count; i++)
        {
            Visit(scope, inner, input[i], i);
            if (arguments[0].Evaluate(inner).Truth("A criterion") == true)
                found.Add(input[i]);
        }

        return found.Items;
    }

    private static Items Select(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (input.IsEmpty)
            return input;
        var (inner, found) = (scope.Nested(Items.Empty), new Collecting());
        for (var i = 0; i < input.Count; i++)
        {
            Visit(scope, inner, input[i], i);
            found.Add(arguments[0].Evaluate(inner));
        }

        return found.Items;
    }

    private static Items Repeat(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        var (inner, found, known) = (scope.Nested(Items.Empty), new Collecting(), new HashSet<PathItem>(new ItemEquality(scope.Evaluation)));
        var waiting = new Queue<PathItem>(input);
        for (var i = 0; waiting.TryDequeue(out var item); i++)
        {
            Visit(scope, inner, item, i);
            foreach (var next in arguments[0].Evaluate(inner))
            {
                if (!known.Add(next))
                    continue;
                found.Add(next);
                waiting.Enqueue(next);
            }
        }

        return found.Items;
    }

    private static Items Iif(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (input.Count > 1)
            throw FhirPathException.NotSingle("iif()");
        var inner = scope.Nested(input);
        return arguments[0].Evaluate(inner).Truth("A criterion") == true ? arguments[1].Evaluate(inner)
            : arguments.Length == 3 ? arguments[2].Evaluate(inner) : Items.Empty;
    }

    private static void Visit(Scope scope, Scope inner, PathItem item, int index)
    {
        scope.Evaluation.Spend();
        inner.This = item;
        inner.Index = IntegerItem.Of(index);
    }
}
