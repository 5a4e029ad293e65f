using System.Collections.Concurrent;
using System.Collections.Frozen;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.FhirPath.Types;

/// <summary>An R4 type as FHIRPath walks it.</summary>
internal sealed class FhirType
{
    private static readonly ConcurrentDictionary<string, FhirType?> Known = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, ElementStep> steps;

    private FhirType(TypeDefinition definition)
    {
        Definition = definition;
        Path = definition.Name;
        HoldsResource = Path is "Resource" or "DomainResource";
        IsPrimitive = definition.Kind == TypeKind.Primitive;
        IsRevisited = definition.Kind is TypeKind.Resource or TypeKind.Backbone || Path == "Extension";
        Base = definition.BaseName is { } parent ? Find(parent) : null;
        System = IsPrimitive ? SystemTypes.OfPrimitive(Path)
            : Path == "Quantity" || Base?.System == SystemType.Quantity ? SystemType.Quantity : SystemType.None;
        steps = (IsPrimitive ? Find("Element")!.Definition : definition).Elements
            .ToFrozenDictionary(element => element.Name, element => new ElementStep(element), StringComparer.Ordinal);
    }

    public TypeDefinition Definition { get; }

    /// <summary>The name, or the path of a nested element (<c>Patient.contact</c>).</summary>
    public string Path { get; }

    /// <summary>A nested element is called by its base, BackboneElement or Element.</summary>
    public string Name => Definition.Kind == TypeKind.Backbone ? Base!.Name : Path;

    public FhirType? Base { get; }

    public SystemType System { get; }

    public bool IsPrimitive { get; }

    /// <summary>Whether elements of this type are worth remembering the children of: many expressions look at the same ones.</summary>
    public bool IsRevisited { get; }

    public bool IsResource => Definition.Kind == TypeKind.Resource || HoldsResource;

    /// <summary>Whether the real type stands in <c>resourceType</c>.</summary>
    public bool HoldsResource { get; }

    public int ElementCount => Definition.Elements.Length;

    /// <summary>The type of a name or path, or null when R4 has none. Names that callers send are not remembered.</summary>
    public static FhirType? Find(string name)
    {
        if (Known.TryGetValue(name, out var known))
            return known;
        var wanted = name is "SimpleQuantity" or "MoneyQuantity" ? "Quantity" : name;
        return R4.Definitions.Find(wanted) is { } definition ? Known.GetOrAdd(name, new FhirType(definition)) : null;
    }

    /// <summary>The element of a name (choices without [x]), or null.</summary>
    public ElementStep? Step(string name) => steps.GetValueOrDefault(name);

    /// <summary>Whether this is the type or derived from it.</summary>
    public bool Is(FhirType type)
    {
        for (var one = this; one is not null; one = one.Base)
        {
            if (one == type || one.Path == type.Path)
                return true;
        }

        return false;
    }
}
