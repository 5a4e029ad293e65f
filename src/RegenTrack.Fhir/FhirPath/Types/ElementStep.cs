using System.Collections.Immutable;
using System.Text;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.FhirPath.Types;

/// <summary>An element as a step of a path: the JSON properties that may hold it.</summary>
internal sealed class ElementStep
{
    public ElementStep(Element element)
    {
        Name = element.Name;
        Index = element.Index;
        Repeats = element.Repeats;
        IsChoice = element.IsChoice;
        Choices = [.. element.Types.Select(type => new StepChoice(element.IsChoice ? Name + char.ToUpperInvariant(type[0]) + type[1..] : Name, type.TrimStart('#')))];
        Prefix = Encoding.UTF8.GetBytes(Name);
    }

    /// <summary>Without [x].</summary>
    public string Name { get; }

    /// <summary>Position among the elements of the type.</summary>
    public int Index { get; }

    public byte[] Prefix { get; }

    public bool Repeats { get; }

    public bool IsChoice { get; }

    public ImmutableArray<StepChoice> Choices { get; }
}

/// <summary>One type that an element may have.</summary>
internal sealed class StepChoice(string property, string typeName)
{
    private FhirType? type;

    /// <summary>The JSON property.</summary>
    public byte[] Property { get; } = Encoding.UTF8.GetBytes(property);

    /// <summary>The JSON property beside a primitive.</summary>
    public byte[] Shadow { get; } = Encoding.UTF8.GetBytes('_' + property);

    public string TypeName => typeName;

    // Looked up late: types may contain themselves.
    public FhirType Type => type ??= FhirType.Find(typeName) ?? throw new InvalidOperationException($"The definitions do not hold {typeName}.");
}
