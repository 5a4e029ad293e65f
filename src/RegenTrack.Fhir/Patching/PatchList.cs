using System.Text.Json.Nodes;

namespace RegenTrack.Fhir.Patching;

/// <summary>The values of one property and what stands beside them, kept in step.</summary>
internal sealed class PatchList(JsonObject holder, string property)
{
    private readonly string beside = '_' + property;

    public bool IsThere => holder.ContainsKey(property) || holder.ContainsKey(beside);

    /// <summary>How many values a repeating element has.</summary>
    public int Count => Math.Max((holder[property] as JsonArray)?.Count ?? 0, (holder[beside] as JsonArray)?.Count ?? 0);

    /// <summary>The one value of an element that does not repeat, at the place in the order of the last one or at the end.</summary>
    public void Set(PatchValue value, int? order = null)
    {
        Put(property, value.Node, order);
        Put(beside, value.Shadow, null);
    }

    public void Insert(int index, PatchValue value)
    {
        Insert(property, index, value.Node, always: value.Node is not null || !holder.ContainsKey(beside));
        Insert(beside, index, value.Shadow, always: value.Shadow is not null);
        Tidy();
    }

    public void Replace(int index, PatchValue value)
    {
        RemoveAt(index);
        Insert(Math.Min(index, Count), value);
    }

    public void Move(int from, int to)
    {
        foreach (var name in new[] { property, beside })
        {
            if (holder[name] is not JsonArray items)
                continue;
            Pad(items, Math.Max(from, to) + 1);
            var moved = items[from];
            items.RemoveAt(from);
            items.Insert(to, moved);
        }

        Tidy();
    }

    public void Remove()
    {
        holder.Remove(property);
        holder.Remove(beside);
    }

    /// <summary>Without the value; the caller looks after a holder that is empty then.</summary>
    public void RemoveAt(int index)
    {
        foreach (var name in new[] { property, beside })
        {
            if (holder[name] is JsonArray items && index < items.Count)
                items.RemoveAt(index);
        }

        Tidy();
    }

    private void Put(string name, JsonNode? node, int? order)
    {
        if (node is null)
            holder.Remove(name);
        else if (holder.ContainsKey(name) || order is not { } at || at >= holder.Count)
            holder[name] = node;
        else
            holder.Insert(at, name, node);
    }

    private void Insert(string name, int index, JsonNode? node, bool always)
    {
        if (holder[name] is not JsonArray items)
        {
            if (!always)
                return;
            items = [];
            holder[name] = items;
        }

        Pad(items, index);
        items.Insert(index, node);
    }

    private static void Pad(JsonArray items, int count)
    {
        while (items.Count < count)
            items.Add((JsonNode?)null);
    }

    /// <summary>Nulls only align: where neither array has a value there is nothing, and at the end they say nothing.</summary>
    public void Tidy()
    {
        var (values, shadows) = (holder[property] as JsonArray, holder[beside] as JsonArray);
        for (var i = Count - 1; i >= 0; i--)
        {
            if (At(values, i) is not null || At(shadows, i) is not null)
                continue;
            Drop(values, i);
            Drop(shadows, i);
        }

        Trim(property, values);
        Trim(beside, shadows);
    }

    private static JsonNode? At(JsonArray? items, int index) => index < items?.Count ? items[index] : null;

    private static void Drop(JsonArray? items, int index)
    {
        if (index < items?.Count)
            items.RemoveAt(index);
    }

    private void Trim(string name, JsonArray? items)
    {
        while (items is [.., null])
            items.RemoveAt(items.Count - 1);
        if (items?.Count == 0)
            holder.Remove(name);
    }
}
