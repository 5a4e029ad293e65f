using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.FhirPath.Nodes;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.Search;

/// <summary>One parameter, compiled for one resource type.</summary>
internal sealed class Extractor
{
    private readonly Node? root;
    private readonly Extractor[] components;
    private readonly TimeSpan zone;

    private Extractor(SearchParameter parameter, Node? root, Extractor[] components, TimeSpan zone)
    {
        Parameter = parameter;
        this.root = root;
        this.components = components;
        this.zone = zone;
    }

    public SearchParameter Parameter { get; }

    public static Extractor Of(SearchParameter parameter, FhirType type, Func<string, SearchParameter?> byUrl, TimeSpan zone) => new(
        parameter,
        ForType(parameter.Expression.Root, type),
        [.. parameter.Components.Select(component => byUrl(component.Definition) is { } part ? new Extractor(part, Alternative(component.Expression.Root), [], zone) : null).OfType<Extractor>()],
        zone);

    public void Extract(Scope scope, List<SearchKey> keys)
    {
        if (root is null)
            return;
        foreach (var item in root.Evaluate(scope))
        {
            if (Parameter.Type == SearchType.Composite)
                Compose(scope.Nested(item), keys);
            else
                KeysOfItem.Add(Parameter, item, zone, keys);
        }
    }

    /// <summary>One key for every combination of what the components find within one item.</summary>
    private void Compose(Scope scope, List<SearchKey> keys)
    {
        if (components.Length < 2 || components.Length != Parameter.Components.Length || !Array.TrueForAll(components, component => !component.root!.Evaluate(scope).IsEmpty))
            return;
        var found = new List<SearchKey>();
        var ends = new int[components.Length];
        for (var i = 0; i < components.Length; i++)
        {
            components[i].Extract(scope, found);
            ends[i] = found.Count;
            if (ends[i] == (i == 0 ? 0 : ends[i - 1]))
                return;
        }

        Combine(found, ends, new SearchKey[components.Length], 0, keys);
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

/// <summary>A union that need not look for duplicates: a key found twice is still one key.</summary>
internal sealed class Alternatives(Node left, Node right) : Node
{
    public override Items Evaluate(Scope scope)
    {
        var found = new Collecting();
        found.Add(left.Evaluate(scope));
        found.Add(right.Evaluate(scope));
        return found.Items;
    }
}
