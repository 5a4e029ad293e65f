using System.Text.Json;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath;

/// <summary>One item of a FHIRPath collection: an element of a resource, or a computed value.</summary>
public abstract class PathItem
{
    private protected PathItem()
    {
    }

    /// <summary>FHIR type of an element (<c>HumanName</c>, <c>code</c>, <c>BackboneElement</c>), or <c>System.Boolean</c> and the like for a computed value.</summary>
    public abstract string TypeName { get; }

    /// <summary>The JSON of an element; undefined for a computed value and for a primitive that has only extensions.</summary>
    public virtual JsonElement Element => default;

    /// <summary>The JSON beside a primitive (<c>_birthDate</c>); undefined when there is none.</summary>
    public virtual JsonElement Shadow => default;

    /// <summary>The value as a System value when there is one; itself for complex elements; null for a primitive without a value.</summary>
    internal abstract PathItem? Plain { get; }

    internal abstract bool Is(TypeSpecifier type);

    /// <summary>A resource. Its type is read from <c>resourceType</c>; of an unknown type it can be walked by its property names.</summary>
    public static PathItem Of(JsonElement resource) => ElementItem.Resource(resource, null);

    /// <summary>An element within a resource.</summary>
    /// <param name="type">Type name, or the path of a nested element (<c>Patient.contact</c>).</param>
    /// <param name="resource">The resource that it belongs to, for <c>%resource</c> and <c>resolve()</c>.</param>
    /// <param name="shadow">Of a primitive, the JSON beside it (<c>_birthDate</c>).</param>
    /// <exception cref="FhirPathException">R4 has no such type.</exception>
    public static PathItem Of(JsonElement element, string type, PathItem? resource = null, JsonElement shadow = default)
    {
        var known = FhirType.Find(type) ?? throw new FhirPathException("unknown-type", $"R4 has no type '{type}'.");
        return known.HoldsResource ? ElementItem.Resource(element, resource as ElementItem) : new ElementItem(known, element, shadow, resource as ElementItem);
    }

    /// <summary>Whether this is of an R4 type or of one derived from it.</summary>
    public bool IsOfType(string type) => Is(TypeSpecifier.Parse(type));
}
