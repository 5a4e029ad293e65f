using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.FhirPath.Nodes;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.Patching;

/// <summary>Does one operation of a FHIRPath Patch.</summary>
internal sealed class FhirPathEdit(FhirPathOperation operation, JsonElement resource, ReadOnlyMemory<byte> document, PatchTarget target, PatchProblems problems)
{
    // Paths come from clients; the longest of HL7's cases needs some twenty steps.
    private static readonly FhirPathContext Context = new() { StepLimit = 100_000 };

    private readonly PathItem focus = PathItem.Of(resource);

    /// <summary>Why it cannot be done, or null when it is done.</summary>
    public Issue? Apply()
    {
        try
        {
            var path = FhirPathExpression.Once(operation.Path);
            var items = path.Run(focus, Context);
            return operation.Type switch
            {
                "add" => Add(items),
                "insert" => Insert(items, path),
                "replace" => Replace(items),
                "move" => Move(items),
                _ => Delete(items),
            };
        }
        catch (FhirPathException broken)
        {
            return problems.PathInvalid(broken.Position < 0 ? broken.Code : $"{broken.Code} at {broken.Position}");
        }
    }

    private Issue? Add(Items items)
    {
        if (Only(items) is { } problem)
            return problem;
        if (items[0] is not ElementItem { Type: { } type } item)
            return problems.PathNoElement();
        var place = PatchPlace.Of(document.Span, item.Element.ValueKind == JsonValueKind.Undefined ? item.Shadow : item.Element, target.Root!);
        if (place is null && item != focus)
            return problems.PathNoElement();
        var holder = place is null ? target.Root!.AsObject() : Holder(place, type.IsPrimitive);
        return AddTo(holder, type.IsPrimitive ? R4.Definitions.Find("Element")! : type.Definition, operation.Name!, place?.Depth ?? 0);
    }

    private Issue? AddTo(JsonObject holder, TypeDefinition owner, string name, int depth)
    {
        if (owner.Elements.FirstOrDefault(one => one.Name == name) is not { } element)
            return problems.ElementUnknown(owner.Name);
        if (PatchValue.Of(operation.Value!.Value, owner, element) is not { } value)
            return problems.ValueUnfit(element.Name);
        if (!element.Repeats && element.Properties(R4.Definitions).Any(one => holder.ContainsKey(one.Name)))
            return problems.ElementExists();
        if (Charge(value, depth + 2) is { } costly)
            return costly;
        var list = new PatchList(holder, PatchValue.Property(owner, element, value.Type.Length == 0 ? null : value.Type)!.Name);
        if (element.Repeats)
            list.Insert(list.Count, value);
        else
            list.Set(value);
        return null;
    }

    private Issue? Insert(Items items, FhirPathExpression path)
    {
        if (items.IsEmpty)
        {
            // A list without values has no place yet: it is named by the last step of the path.
            if (path.Root is not Member { Source: { } source, Name: var name } || source.Evaluate(new Scope(new Evaluation(Context, focus)) { This = focus }) is not [ElementItem { Type.IsPrimitive: false } item])
                return problems.PathNoList();
            if (operation.Index != 0)
                return problems.IndexOutOfRange();
            var found = PatchPlace.Of(document.Span, item.Element, target.Root!);
            var around = item == focus ? target.Root as JsonObject : found is null ? null : Holder(found, false);
            return around is null || item.Type!.Definition.Elements.FirstOrDefault(one => one.Name == name) is not { Repeats: true } ? problems.PathNoList() : AddTo(around, item.Type.Definition, name, found?.Depth ?? 0);
        }

        if (List(items) is not ({ } place, { } list))
            return problems.PathNoList();
        if (operation.Index > list.Count)
            return problems.IndexOutOfRange();
        if (PatchValue.Of(operation.Value!.Value, place.Owner, place.Property.Element) is not { } value)
            return problems.ValueUnfit(place.Property.Element.Name);
        if (Charge(value, place.Depth) is { } costly)
            return costly;
        list.Insert(operation.Index!.Value, value);
        return null;
    }

    private Issue? Move(Items items)
    {
        if (items.IsEmpty)
            return problems.TargetMissing();
        if (List(items) is not (_, { } list))
            return problems.PathNoList();
        if (operation.Source >= list.Count || operation.Destination >= list.Count)
            return problems.IndexOutOfRange();
        list.Move(operation.Source!.Value, operation.Destination!.Value);
        return null;
    }

    private Issue? Replace(Items items)
    {
        if (Only(items) is { } problem)
            return problem;
        if (Place(items[0]) is not { } place)
            return problems.PathNoElement();
        if (PatchValue.Of(operation.Value!.Value, place.Owner, place.Property.Element) is not { } value)
            return problems.ValueUnfit(place.Property.Element.Name);
        if (Charge(value, place.Depth) is { } costly)
            return costly;
        var list = new PatchList(place.Holder, place.Property.Name);
        if (place.Index is { } index)
        {
            list.Replace(index, value);
            return null;
        }

        // Another type of a choice is another property, in the same place.
        var property = PatchValue.Property(place.Owner, place.Property.Element, value.Type.Length == 0 ? null : value.Type)!.Name;
        var order = place.Holder.ContainsKey(place.Property.Name) ? place.Holder.IndexOf(place.Property.Name) : place.Holder.Count;
        if (property != place.Property.Name)
            list.Remove();
        new PatchList(place.Holder, property).Set(value, order);
        return null;
    }

    private Issue? Delete(Items items)
    {
        // Deleting what is not there is done already.
        if (items.IsEmpty)
            return null;
        if (items.Count > 1)
            return problems.PathAmbiguous();
        if (Place(items[0]) is not { } place)
            return problems.PathNoElement();
        var list = new PatchList(place.Holder, place.Property.Name);
        if (place.Index is { } index)
            list.RemoveAt(index);
        else
            list.Remove();
        PatchTarget.Prune(place.Holder);
        return null;
    }

    private Issue? Only(Items items) => items.Count switch { 0 => problems.TargetMissing(), 1 => null, _ => problems.PathAmbiguous() };

    private Issue? Charge(PatchValue value, int depth) => target.Charge(value.Node, depth, adds: true, problems) ?? target.Charge(value.Shadow, depth, adds: true, problems);

    private PatchPlace? Place(PathItem item) =>
        item is ElementItem element ? PatchPlace.Of(document.Span, element.Element.ValueKind == JsonValueKind.Undefined ? element.Shadow : element.Element, target.Root!) : null;

    /// <summary>The list that the items are all of.</summary>
    private (PatchPlace Place, PatchList List)? List(Items items)
    {
        if (Place(items[0]) is not { Index: 0 } first)
            return null;
        var list = new PatchList(first.Holder, first.Property.Name);
        return list.Count == items.Count && Place(items[^1]) is { } last && last.Holder == first.Holder && last.Property == first.Property ? (first, list) : null;
    }

    /// <summary>The object that holds the children of an element: of a primitive the one beside it.</summary>
    private static JsonObject Holder(PatchPlace place, bool isPrimitive)
    {
        var name = isPrimitive ? '_' + place.Property.Name : place.Property.Name;
        if (place.Index is not { } index)
            return place.Holder[name] as JsonObject ?? Put(place.Holder, name);
        var items = place.Holder[name] as JsonArray;
        if (items is null)
            place.Holder[name] = items = [];
        while (items.Count <= index)
            items.Add((JsonNode?)null);
        if (items[index] is not JsonObject holder)
            items[index] = holder = [];
        return holder;
    }

    private static JsonObject Put(JsonObject around, string name)
    {
        var made = new JsonObject();
        around[name] = made;
        return made;
    }
}
