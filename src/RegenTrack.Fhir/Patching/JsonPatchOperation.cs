using System.Text.Json.Nodes;

namespace RegenTrack.Fhir.Patching;

/// <summary>One operation of a JSON Patch. Members that it does not know are ignored.</summary>
internal readonly ref struct JsonPatchOperation
{
    private readonly JsonObject members;
    private readonly PatchTarget target;
    private readonly PatchProblems problems;
    private readonly string[] path;

    private JsonPatchOperation(JsonObject members, PatchTarget target, PatchProblems problems, string[] path)
    {
        this.members = members;
        this.target = target;
        this.problems = problems;
        this.path = path;
    }

    /// <summary>Why it cannot be done, or null when it is done.</summary>
    public static Issue? Apply(JsonNode? operation, PatchTarget target, int number)
    {
        var nowhere = new PatchProblems(number, null);
        if (operation.Text("op") is not { } op)
            return nowhere.Invalid("op");
        if (operation.Text("path") is not { } pointer)
            return nowhere.Invalid("path");
        if (JsonPointer.Parse(pointer) is not { } path)
            return nowhere.PointerInvalid();
        var problems = new PatchProblems(number, PointerExpression.Of(target.Root, path));
        return new JsonPatchOperation(operation!.AsObject(), target, problems, path).Apply(op)
            ?? (target.KeepsIdentity ? null : problems.IdentityFixed());
    }

    private Issue? Apply(string op) => op switch
    {
        "add" => Value(out var value) ?? target.Charge(value, path.Length, adds: true, problems) ?? Add(value),
        "remove" => Remove(path, out _),
        "replace" => Value(out var value) ?? target.Charge(value, path.Length, adds: true, problems) ?? Replace(value),
        "move" => From(out var from) ?? Move(from),
        "copy" => From(out var from) ?? Copy(from),
        "test" => Value(out var value) ?? Test(value),
        _ => problems.Invalid("op"),
    };

    private Issue? Value(out JsonNode? value)
    {
        var stated = members.TryGetPropertyValue("value", out value);
        value = value?.DeepClone();
        return stated ? null : problems.Invalid("value");
    }

    private Issue? From(out string[] from)
    {
        from = [];
        if (members.Text("from") is not { } pointer)
            return problems.Invalid("from");
        if (JsonPointer.Parse(pointer) is not { } tokens)
            return problems.PointerInvalid();
        from = tokens;
        return null;
    }

    private Issue? Add(JsonNode? value)
    {
        if (path is not [.. var around, var last])
            target.Root = value;
        else if (!TryFind(target.Root, around, out var container))
            return problems.TargetMissing();
        else if (container is JsonObject holder)
            holder[last] = value;
        else if (container is not JsonArray items)
            return problems.TargetMissing();
        else if ((last == JsonPointer.End ? items.Count : JsonPointer.Index(last)) is { } index && index <= items.Count)
            items.Insert(index, value);
        else
            return problems.IndexOutOfRange();
        return null;
    }

    private Issue? Remove(string[] at, out JsonNode? removed)
    {
        if (!TryFind(target.Root, at, out removed))
            return problems.TargetMissing();
        if (at is not [.. var around, var last])
        {
            target.Root = null;
            return null;
        }

        TryFind(target.Root, around, out var container);
        if (container is JsonObject holder)
            holder.Remove(last);
        else
            container!.AsArray().RemoveAt(JsonPointer.Index(last)!.Value);
        target.Emptied(container!);
        return null;
    }

    private Issue? Replace(JsonNode? value)
    {
        if (!TryFind(target.Root, path, out _))
            return problems.TargetMissing();
        if (path is not [.. var around, var last])
        {
            target.Root = value;
            return null;
        }

        TryFind(target.Root, around, out var container);
        if (container is JsonObject holder)
            holder[last] = value;
        else
            container!.AsArray()[JsonPointer.Index(last)!.Value] = value;
        return null;
    }

    private Issue? Move(string[] from)
    {
        if (!TryFind(target.Root, from, out var moved))
            return problems.TargetMissing();
        if (path.AsSpan().SequenceEqual(from))
            return null;
        if (path.AsSpan().StartsWith(from))
            return problems.MovesIntoItself();
        return target.Charge(moved, path.Length, adds: false, problems) ?? Remove(from, out moved) ?? Add(moved);
    }

    private Issue? Copy(string[] from) =>
        !TryFind(target.Root, from, out var copied) ? problems.TargetMissing()
        : target.Charge(copied, path.Length, adds: true, problems) ?? Add(copied?.DeepClone());

    private Issue? Test(JsonNode? value) =>
        !TryFind(target.Root, path, out var found) ? problems.TargetMissing()
        : JsonNode.DeepEquals(found, value) ? null : problems.TestFailed();

    /// <summary>What a pointer points at; a JSON null is there, too.</summary>
    private static bool TryFind(JsonNode? from, ReadOnlySpan<string> path, out JsonNode? found)
    {
        found = from;
        foreach (var token in path)
        {
            if (found is JsonObject holder && holder.TryGetPropertyValue(token, out found))
                continue;
            if (found is not JsonArray items || JsonPointer.Index(token) is not { } index || index >= items.Count)
                return false;
            found = items[index];
        }

        return true;
    }
}
