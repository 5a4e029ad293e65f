using System.Text.Json.Nodes;

namespace RegenTrack.Fhir.Patching;

/// <summary>
/// JSON Patch (RFC 6902) with JSON Pointer (RFC 6901). Numbers keep their text, properties their order.
/// Of a resource neither resourceType nor id can be changed, and what a removal leaves empty is left out, as FHIR knows nothing empty.
/// </summary>
public static class JsonPatch
{
    /// <summary>Applies all operations or none. Never throws on any input.</summary>
    /// <param name="document">Any JSON.</param>
    /// <param name="patch">A JSON array of operations.</param>
    public static PatchResult Apply(ReadOnlyMemory<byte> document, ReadOnlyMemory<byte> patch, PatchLimits? limits = null)
    {
        limits ??= PatchLimits.Default;
        if (patch.Length > limits.PatchBytes)
            return PatchResult.Refused(PatchProblems.TooLarge(limits.PatchBytes));
        if (!PatchJson.TryRead(patch.Span, limits.Depth, out var body) || body is not JsonArray operations)
            return PatchResult.Refused(PatchProblems.NotJsonPatch());
        if (operations.Count > limits.Operations)
            return PatchResult.Refused(PatchProblems.TooMany(limits.Operations));
        if (!PatchJson.TryRead(document.Span, limits.Depth, out var root))
            return PatchResult.Refused(PatchProblems.DocumentUnreadable());

        var target = new PatchTarget(root, limits, document.Length);
        for (var i = 0; i < operations.Count; i++)
        {
            if (JsonPatchOperation.Apply(operations[i], target, i + 1) is { } refusal)
                return PatchResult.Refused(refusal);
        }

        return target.Finish();
    }
}
