using System.Text.Json;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Nodes;

/// <summary>A step to the children of a name; at the beginning of an expression perhaps the name of the type itself.</summary>
internal sealed class Member(Node? source, string name) : Node
{
    private readonly FhirType? start = source is null && char.IsAsciiLetterUpper(name[0]) ? FhirType.Find(name) : null;
    private Resolved? last;

    public Node? Source => source;

    public string Name => name;

    /// <summary>The type that the name stands for at the beginning of an expression.</summary>
    public FhirType? Start => start;

    public override Items Evaluate(Scope scope)
    {
        var input = source is null ? scope.This : source.Evaluate(scope);
        if (input.IsEmpty)
            return input;
        scope.Evaluation.Spend(input.Count);
        // Most steps start at one element; what it has is handed on as it is.
        if (input is [ElementItem only])
            return Step(only);
        var found = new Collecting();
        foreach (var item in input)
        {
            if (item is ElementItem element)
                found.Add(Step(element));
            else
                Property(item, ref found);
        }

        return found.Items;
    }

    private Items Step(ElementItem element)
    {
        if (element.Type is not { } type)
            return Untyped(element);
        if (start is not null && type.Is(start))
            return element;
        if (element.Properties.ValueKind != JsonValueKind.Object)
            return Items.Empty;
        var resolved = last;
        if (resolved is null || resolved.Type != type)
            last = resolved = new Resolved(type, type.Step(name));
        return resolved.Step is { } step ? element.Children(step) : Items.Empty;
    }

    private Items Untyped(ElementItem element)
    {
        var found = new Collecting();
        Navigation.Step(element, name, ref found);
        return found.Items;
    }

    private void Property(PathItem item, ref Collecting found)
    {
        PathItem? value = (item, name) switch
        {
            (TypeItem type, "namespace") => new StringItem(type.Space),
            (TypeItem type, "name") => new StringItem(type.Name),
            (QuantityItem quantity, "value") => new DecimalItem(quantity.Value),
            (QuantityItem quantity, "unit" or "code") => new StringItem(quantity.Unit),
            _ => null,
        };
        if (value is not null)
            found.Add(value);
    }

    private sealed record Resolved(FhirType Type, ElementStep? Step);
}
