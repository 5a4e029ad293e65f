using System.Text.Json;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.FhirPath.Values;

/// <summary>An element of a resource. Its System value is only read when somebody asks.</summary>
internal sealed class ElementItem(FhirType? type, JsonElement element, JsonElement shadow, ElementItem? container) : PathItem
{
    private object?[]? children;
    private PathItem? plain;
    private bool isRead;

    public FhirType? Type => type;

    /// <summary>The resource around this element or this resource.</summary>
    public ElementItem? Container => container;

    public override string TypeName => type?.Name ?? "unknown";

    public override JsonElement Element => element;

    public override JsonElement Shadow => shadow;

    public bool IsResource => type is null ? container is null : type.IsResource;

    /// <summary>Where the properties of this element stand: beside it, if it is a primitive.</summary>
    public JsonElement Properties => type is { IsPrimitive: true } ? shadow : element;

    public ElementItem? NearestResource => IsResource ? this : container;

    /// <summary>The resource that contains; entries of a Bundle are on their own.</summary>
    public ElementItem? RootResource
    {
        get
        {
            var root = NearestResource;
            while (root?.Container is { Type.Path: not ("Bundle" or "Parameters") } outer)
                root = outer;
            return root;
        }
    }

    internal override PathItem? Plain
    {
        get
        {
            if (!Volatile.Read(ref isRead))
            {
                plain = type is null ? SystemValues.OfUntyped(this) : SystemValues.Of(this, type);
                Volatile.Write(ref isRead, true);
            }

            return plain;
        }
    }

    /// <summary>The children of a name.</summary>
    public Items Children(ElementStep step)
    {
        if (type is not { IsRevisited: true })
            return Navigation.Children(this, step);
        if (children is null)
            Interlocked.CompareExchange(ref children, new object?[type.ElementCount], null);
        if (children[step.Index] is { } known)
            return Items.Recall(known);
        // Two threads may find the same; either is right.
        var found = Navigation.Children(this, step);
        Volatile.Write(ref children[step.Index], found.Memory);
        return found;
    }

    public static ElementItem Resource(JsonElement json, ElementItem? container)
    {
        var type = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("resourceType"u8, out var name) && name.ValueKind == JsonValueKind.String
            ? FhirType.Find(name.GetString()!) : null;
        return new ElementItem(type is { IsResource: true } ? type : null, json, default, container);
    }

    internal override bool Is(TypeSpecifier specifier) => type is not null && specifier.Matches(type);

    public override string ToString() => Plain is { } value && value != this ? value.ToString()! : element.ValueKind == JsonValueKind.Undefined ? "" : element.GetRawText();
}
