using RegenTrack.Fhir.Terminology;

namespace RegenTrack.Fhir.Definitions;

/// <summary>A JSON property of a type.</summary>
/// <param name="TypeName">The type of its value; a nested element by its path.</param>
/// <param name="Format">For primitive values.</param>
/// <param name="Codes">The required codes, when there are such.</param>
internal sealed record Property(string Name, Element Element, string TypeName, PrimitiveFormat? Format, CodeList? Codes, R4 Definitions)
{
    private TypeDefinition? type;
    private string? step;
    private byte[]? beside;

    /// <summary>Position among the properties of the type.</summary>
    public int Index { get; init; }

    /// <summary>Which type of a choice this is, from 1; a shadow is of the type beside it. 0 when there is no choice.</summary>
    public int Choice { get; init; }

    /// <summary>Whether this carries id and extensions of a primitive (<c>_birthDate</c>).</summary>
    public bool IsShadow { get; init; }

    /// <summary>For a shadow the primitive type beside it.</summary>
    public string? ValueType { get; init; }

    /// <summary>For a primitive the name of its shadow, for a shadow the name of its primitive, as UTF-8.</summary>
    public ReadOnlyMemory<byte> Beside => beside ??= System.Text.Encoding.UTF8.GetBytes(IsShadow ? Name[1..] : '_' + Name);

    public bool IsResource => TypeName == "Resource";

    // Looked up late: types may contain themselves.
    public TypeDefinition Type => type ??= Definitions.Find(TypeName) ?? throw new InvalidOperationException($"The definitions do not hold {TypeName}.");

    /// <summary>The step in a FHIRPath expression.</summary>
    public string Step => step ??= Element.IsChoice ? $"{Element.Name}.ofType({ValueType ?? TypeName})" : Element.Name;
}
