using System.Text.Json;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.FhirPath.Nodes;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.Search;

/// <summary>Elements of one resource type: those that a resource has, or those of which an expression needs one to find anything.</summary>
internal sealed class Presence
{
    private readonly ulong[] words;

    private Presence(FhirType type) => words = new ulong[(type.ElementCount + 63) / 64];

    public static Presence Of(JsonElement resource, FhirType type)
    {
        var present = new Presence(type);
        foreach (var member in resource.EnumerateObject())
        {
            if (type.Definition.Of(member) is { } property)
                present.Add(property.Element.Index);
        }

        return present;
    }

    /// <summary>Null when the expression may find something whatever the resource has.</summary>
    public static Presence? NeededBy(Node expression, FhirType type)
    {
        var needed = new Presence(type);
        return needed.Gather(expression, type) ? needed : null;
    }

    public bool Meets(Presence other)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if ((words[i] & other.words[i]) != 0)
                return true;
        }

        return false;
    }

    private void Add(int element) => words[element >> 6] |= 1UL << (element & 63);

    /// <summary>False when the first step cannot be told.</summary>
    private bool Gather(Node node, FhirType type)
    {
        switch (node)
        {
            case Alternatives both:
                return Gather(both.Left, type) && Gather(both.Right, type);
            case Member { Source: Member { Source: null, Start: { } start } } first when type.Is(start) && type.Step(first.Name) is { } step:
                Add(step.Index);
                return true;
            case Member { Source: { } source }:
                return Gather(source, type);
            case TypeTest { Source: { } source, Operation: not TypeOperation.Is }:
                return Gather(source, type);
            case Indexer indexer:
                return Gather(indexer.Source, type);
            // Nothing filtered is nothing.
            case FunctionCall { Source: { } source, Function.Name: "where" or "resolve" or "first" or "extension" }:
                return Gather(source, type);
            default:
                return false;
        }
    }
}
