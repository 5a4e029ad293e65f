using System.Text.Json;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Values;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary><c>resolve()</c>: contained resources, entries of the same Bundle, then whoever the caller names.</summary>
internal static class Resolving
{
    public static Items Of(Items input, Evaluation evaluation)
    {
        var found = new Collecting();
        foreach (var item in input)
        {
            evaluation.Spend();
            if (item is ElementItem element && Reference(element) is { Length: > 0 } reference && Find(reference, element, evaluation) is { } resource)
                found.Add(resource);
            else if (item is StringItem text && Find(text.Value, evaluation.Focus as ElementItem, evaluation) is { } named)
                found.Add(named);
        }

        return found.Items;
    }

    private static string? Reference(ElementItem item) => item.Element.ValueKind switch
    {
        JsonValueKind.String => Texts.Of(item.Element),
        JsonValueKind.Object when item.Element.At("reference") is { ValueKind: JsonValueKind.String } reference => Texts.Of(reference),
        _ => null,
    };

    private static ElementItem? Find(string reference, ElementItem? from, Evaluation evaluation)
    {
        if (reference[..1] == "#")
            return Contained(reference[1..], from?.RootResource);
        var path = reference.Split("/_history/")[0];
        return InBundle(path, from?.NearestResource, evaluation)
            ?? (evaluation.Context.References?.Find(reference) is { } found ? ElementItem.Resource(found, null) : null)
            ?? (evaluation.Context.TrustsReferenceTypes ? OfItsType(path) : null);
    }

    private static ElementItem? Contained(string id, ElementItem? root)
    {
        if (root is null || id.Length == 0)
            return root;
        foreach (var contained in root.Element.Items("contained"))
        {
            if (contained.Text("id") == id)
                return ElementItem.Resource(contained, root);
        }

        return null;
    }

    private static ElementItem? InBundle(string reference, ElementItem? from, Evaluation evaluation)
    {
        var bundle = from;
        while (bundle is not null && bundle.Type?.Path != "Bundle")
            bundle = bundle.Container;
        if (bundle is null)
            return null;
        foreach (var entry in bundle.Element.Items("entry"))
        {
            evaluation.Spend();
            if (entry.At("resource") is { } resource && IsCalled(reference, entry.Text("fullUrl"), resource))
                return ElementItem.Resource(resource, bundle);
        }

        return null;
    }

    private static bool IsCalled(string reference, string? fullUrl, JsonElement resource) =>
        fullUrl == reference
        || (fullUrl is not null && fullUrl.EndsWith(reference, StringComparison.Ordinal) && fullUrl[^(reference.Length + 1)] == '/')
        || (fullUrl is null && resource.Text("resourceType") is { } type && resource.Text("id") is { } id && reference == type + '/' + id);

    /// <summary>Nothing is known of it but the type in its name.</summary>
    private static ElementItem? OfItsType(string path)
    {
        var parts = path.Split('/');
        return parts.Length >= 2 && FhirType.Find(parts[^2]) is { IsResource: true } type ? new ElementItem(type, default, default, null) : null;
    }
}
