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
        var found = new Collecting();
        foreach (var item in input)
        {
            if (item is not ElementItem element)
                Property(item, ref found);
            else if (start is not null && element.Type is { } type && type.Is(start))
                found.Add(element);
            else
                Step(element, ref found);
        }

        return found.Items;
    }

    private void Step(ElementItem element, ref Collecting found)
    {
        if (element.Properties.ValueKind != JsonValueKind.Object)
            return;
        if (element.Type is not { } type)
        {
            Navigation.Step(element, name, ref found);
            return;
        }

        var resolved = last;
        if (resolved is null || resolved.Type != type)
            last = resolved = new Resolved(type, type.Step(name));
        if (resolved.Step is { } step)
            found.Add(element.Children(step));
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
