using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Nodes;

internal enum TypeOperation
{
    Is,
    As,
    OfType,
}

/// <summary><c>is</c>, <c>as</c> and <c>ofType()</c>.</summary>
internal sealed class TypeTest(Node? source, TypeOperation operation, TypeSpecifier type, Dialect dialect) : Node
{
    public Node? Source => source;

    public TypeOperation Operation => operation;

    public TypeSpecifier Type => type;

    public override Items Evaluate(Scope scope)
    {
        var input = source is null ? scope.This : source.Evaluate(scope);
        if (operation == TypeOperation.Is)
            return input.TrySingle(out var item, "is") ? BooleanItem.Of(item.Is(type)) : Items.Empty;
        // R4 has types that later versions add; asking whether something is one is fine, taking it as one is not.
        if (!type.IsKnown)
            throw new FhirPathException("unknown-type", $"There is no type '{type}'.", Position);
        if (operation == TypeOperation.As && dialect == Dialect.Normative && input.Count > 1)
            throw FhirPathException.NotSingle("as");
        var found = new Collecting();
        foreach (var one in input)
        {
            if (one.Is(type) && !IsOtherPrimitive(one))
                found.Add(one);
        }

        return found.Items;
    }

    /// <summary>HL7's official cases for R4: a code is a string, but is not taken as one.</summary>
    private bool IsOtherPrimitive(PathItem item) =>
        item is ElementItem { Type: { IsPrimitive: true } own } && type.Fhir is { } wanted && own.Path != wanted.Path;
}
