using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Patching;

/// <summary>
/// FHIRPath Patch of R4: a Parameters resource of add, insert, delete, replace and move. Numbers keep their text, properties their order.
/// Neither resourceType nor id can be changed; what a deletion leaves empty goes with it.
/// </summary>
public static class FhirPathPatch
{
    /// <summary>Applies all operations or none, each to what the last one left. Never throws on any input.</summary>
    /// <param name="document">A resource without structural errors; with some, they are answered.</param>
    /// <param name="patch">A Parameters resource.</param>
    public static PatchResult Apply(ReadOnlyMemory<byte> document, ReadOnlyMemory<byte> patch, PatchLimits? limits = null)
    {
        limits ??= PatchLimits.Default;
        if (patch.Length > limits.PatchBytes)
            return PatchResult.Refused(PatchProblems.TooLarge(limits.PatchBytes));
        var reading = FhirLimits.Default with { Bytes = limits.DocumentBytes, Depth = limits.Depth };
        using var parameters = FhirDocument.Parse(patch, reading);
        if (parameters.HasErrors)
            return PatchResult.Refused(parameters.Issues);
        if (parameters.Type != "Parameters")
            return PatchResult.Refused(PatchProblems.NotParameters());
        using var first = FhirDocument.Parse(document, reading);
        if (first.HasErrors)
            return PatchResult.Refused(first.Issues);
        return Apply(document, [.. parameters.Root.Items("parameter")], limits);
    }

    private static PatchResult Apply(ReadOnlyMemory<byte> document, List<JsonElement> operations, PatchLimits limits)
    {
        if (operations.Count > limits.Operations)
            return PatchResult.Refused(PatchProblems.TooMany(limits.Operations));
        var (worked, size) = (0L, (long)document.Length);
        for (var i = 0; i < operations.Count; i++)
        {
            var problems = new PatchProblems(i + 1, $"Parameters.parameter[{i}]");
            if ((worked += document.Length) > limits.WorkBytes)
                return PatchResult.Refused(problems.TooCostly());
            var (operation, fault) = FhirPathOperation.Read(operations[i]);
            if (operation is null)
                return PatchResult.Refused(problems.Invalid(fault));
            var root = JsonNode.Parse(document.Span, null, new JsonDocumentOptions { MaxDepth = limits.Depth })!;
            var target = new PatchTarget(root, limits, size);
            using var json = JsonDocument.Parse(document, new JsonDocumentOptions { MaxDepth = limits.Depth });
            if (new FhirPathEdit(operation, json.RootElement, document, target, problems).Apply() is { } refusal)
                return PatchResult.Refused(refusal);
            if (!target.KeepsIdentity)
                return PatchResult.Refused(problems.IdentityFixed());
            (document, size) = (PatchJson.Write(root), target.Size);
            if (document.Length > limits.DocumentBytes)
                return PatchResult.Refused(PatchProblems.ResultTooLarge(limits.DocumentBytes));
        }

        return PatchResult.Done(document);
    }
}
