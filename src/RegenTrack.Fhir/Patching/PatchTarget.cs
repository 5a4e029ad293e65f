using System.Text.Json.Nodes;

namespace RegenTrack.Fhir.Patching;

/// <summary>The document while it is patched, and what the patch has cost so far.</summary>
internal sealed class PatchTarget(JsonNode? root, PatchLimits limits, long size)
{
    private readonly Identity identity = new(root);
    private readonly List<JsonNode> emptied = [];
    private long worked;

    public JsonNode? Root { get; set; } = root;

    /// <summary>Length of the document with all that was added to it.</summary>
    public long Size => size;

    public bool KeepsIdentity => identity.IsKeptBy(Root);

    /// <summary>Why a value may not be put at a depth, or null when it may.</summary>
    /// <param name="adds">Whether the document grows by it.</param>
    public Issue? Charge(JsonNode? value, int depth, bool adds, PatchProblems problems)
    {
        var (deep, bytes) = value.Measure();
        size += adds ? bytes : 0;
        worked += bytes;
        return depth + deep > limits.Depth ? problems.TooDeep(limits.Depth)
            : size > limits.DocumentBytes || worked > limits.WorkBytes ? problems.TooCostly() : null;
    }

    /// <summary>A resource has no empty objects and arrays: what a removal has emptied goes when the patch is done.</summary>
    public void Emptied(JsonNode container)
    {
        if (Count(container) == 0)
            emptied.Add(container);
    }

    public PatchResult Finish()
    {
        if (Root is JsonObject resource && resource["resourceType"] is not null)
            emptied.ForEach(Prune);
        var bytes = PatchJson.Write(Root);
        return bytes.Length > limits.DocumentBytes ? PatchResult.Refused(PatchProblems.ResultTooLarge(limits.DocumentBytes)) : PatchResult.Done(bytes);
    }

    private static int Count(JsonNode container) => container switch { JsonObject properties => properties.Count, JsonArray items => items.Count, _ => 1 };

    /// <summary>Takes an empty container out of the one around it, and that one too when nothing else was in it.</summary>
    public static void Prune(JsonNode container)
    {
        while (container.Parent is { } parent && Count(container) == 0)
        {
            if (parent is JsonObject holder)
                holder.Remove(container.GetPropertyName());
            else if (parent.Parent is JsonObject around && parent.GetPropertyName() is ['_', .. var property])
                Empty(parent.AsArray(), container, around, property);
            else
                parent.AsArray().RemoveAt(container.GetElementIndex());
            container = parent;
        }
    }

    /// <summary>What stands beside primitives keeps its position.</summary>
    private static void Empty(JsonArray shadows, JsonNode container, JsonObject around, string property)
    {
        shadows[container.GetElementIndex()] = null;
        new PatchList(around, property).Tidy();
    }
}
