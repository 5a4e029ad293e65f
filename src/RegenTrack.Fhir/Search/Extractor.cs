using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.FhirPath.Nodes;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.Search;

/// <summary>One parameter, compiled for one resource type.</summary>
internal sealed class Extractor
{
    private readonly Node? root;
    private readonly Extractor[] components;
    private readonly Presence? needs;

    private Extractor(SearchParameter parameter, Node? root, Extractor[] components, FhirType type)
    {
        Parameter = parameter;
        this.root = root;
        this.components = components;
        needs = root is null ? null : Presence.NeededBy(root, type);
    }

    public SearchParameter Parameter { get; }

    public static Extractor Of(SearchParameter parameter, FhirType type, Func<string, SearchParameter?> byUrl) => new(
        parameter,
        ForType(parameter.Expression.Root, type),
        [.. parameter.Components.Select(component => byUrl(component.Definition) is { } part ? new Extractor(part, Alternative(component.Expression.Root), [], type) : null).OfType<Extractor>()],
        type);

    public void Extract(Scope scope, Extraction extraction)
    {
        if (root is null || needs?.Meets(extraction.Present) == false)
            return;
        foreach (var item in root.Evaluate(scope))
        {
            if (Parameter.Type == SearchType.Composite)
                Compose(scope.Nested(item), extraction);
            else
                extraction.Read(Parameter, item, extraction.Keys);
        }
    }

    /// <summary>One key for every combination of what the components find within one item.</summary>
    private void Compose(Scope scope, Extraction extraction)
    {
        if (components.Length < 2 || components.Length != Parameter.Components.Length)
            return;
        var items = new Items[components.Length];
        // The later ones differ most between the kinds of a composite: a value is of one type.
        for (var i = components.Length - 1; i >= 0; i--)
        {
            items[i] = components[i].root!.Evaluate(scope);
            if (items[i].IsEmpty)
                return;
        }

        var found = new List<SearchKey>();
        var ends = new int[components.Length];
        for (var i = 0; i < components.Length; i++)
        {
            foreach (var item in items[i])
                extraction.Read(components[i].Parameter, item, found);
            ends[i] = found.Count;
            if (ends[i] == (i == 0 ? 0 : ends[i - 1]))
                return;
        }

        Combine(found, ends, new SearchKey[components.Length], 0, extraction.Keys);
    }

    private void Combine(List<SearchKey> found, int[] ends, SearchKey[] parts, int at, List<SearchKey> keys)
    {
        if (at == parts.Length)
        {
            keys.Add(new CompositeKey(Parameter.Code, [.. parts]));
            return;
        }

        for (var i = at == 0 ? 0 : ends[at - 1]; i < ends[at]; i++)
        {
            parts[at] = found[i];
            Combine(found, ends, parts, at + 1, keys);
        }
    }

    /// <summary>An expression names the paths of all its resource types; the others need not be tried on every resource.</summary>
    private static Node? ForType(Node node, FhirType type)
    {
        if (node is UnionOperation union)
        {
            var (left, right) = (ForType(union.Left, type), ForType(union.Right, type));
            return left is null || right is null ? left ?? right : new Alternatives(left, right);
        }

        return Start(node) is { } start && !type.Is(start) ? null : node;
    }

    private static Node Alternative(Node node) => node is UnionOperation union ? new Alternatives(Alternative(union.Left), Alternative(union.Right)) : node;

    private static FhirType? Start(Node node) => node switch
    {
        Member { Source: null } member => member.Start,
        Member { Source: { } source } => Start(source),
        FunctionCall { Source: { } source } => Start(source),
        TypeTest { Source: { } source } => Start(source),
        Indexer indexer => Start(indexer.Source),
        _ => null,
    };
}
