using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Validation;

/// <summary>Contained resources: dom-2 to dom-5, and one id each.</summary>
internal static class ContainedRules
{
    /// <summary>Checks the contained resources of a resource, and the resource itself when it is contained.</summary>
    public static void Check(Session session, JsonElement resource, bool contained)
    {
        if (contained)
            OfContained(session, resource);
        if (resource.At("contained") is not { ValueKind: JsonValueKind.Array } all)
            return;
        var used = Fragments(resource);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var one in all.EnumerateArray())
        {
            session.Steps.Push(session.Frame!.Type, session.Frame.Type.Find("contained"u8)!, index++);
            var id = one.Text("id");
            if (id is not null && !ids.Add(id))
                session.Report(Findings.ContainedDuplicate(), one);
            if ((id is null || !used.Contains('#' + id)) && !Fragments(one).Contains("#"))
                session.Report(Findings.ContainedUnused(), one);
            session.Steps.Pop();
        }
    }

    private static void OfContained(Session session, JsonElement resource)
    {
        if (resource.At("contained") is { } nested)
            session.Report(Findings.ContainedNested(), nested);
        if (resource.At("meta") is { } meta && (meta.At("versionId") ?? meta.At("lastUpdated") ?? meta.At("security")) is { } stated)
            session.Report(Findings.ContainedMeta(), stated);
    }

    /// <summary>All texts that start with # and could refer to a contained resource.</summary>
    private static HashSet<string> Fragments(JsonElement resource)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<JsonElement>([resource]);
        while (open.TryPop(out var one))
        {
            if (one.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in one.EnumerateObject())
                    open.Push(member.Value);
            }
            else if (one.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in one.EnumerateArray())
                    open.Push(item);
            }
            else if (one.ValueKind == JsonValueKind.String && one.GetString() is ['#', ..] text)
            {
                found.Add(text);
            }
        }

        return found;
    }
}
