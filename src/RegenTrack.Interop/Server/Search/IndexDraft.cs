using RegenTrack.App.Resources;
using RegenTrack.Fhir.Search;

namespace RegenTrack.Interop.Server.Search;

/// <summary>Gathers the keys of one resource.</summary>
internal sealed class IndexDraft(string type)
{
    private readonly HashSet<long> keys = [];
    private readonly HashSet<string> refs = new(StringComparer.Ordinal);
    private readonly HashSet<(long, double, double)> spans = [];
    private readonly HashSet<(long, string)> texts = [];

    public ResourceIndex Done() => new([.. keys], [.. refs], [.. spans], [.. texts]);

    public void Add(SearchKey key)
    {
        Exact(key, Spelling.Present);
        foreach (var spelling in Spelling.Of(key))
            Exact(key, spelling);
        switch (key)
        {
            case StringKey text:
                Exact(key, Spelling.Exact(text.Text));
                // PostgreSQL's texts know no such character.
                texts.Add((Hash(key, Spelling.AnyUnit), text.Normal.Replace("\0", "", StringComparison.Ordinal)));
                break;
            case DateKey date:
                Span(key, Spelling.AnyUnit, Spans.Of(date.From), Spans.Of(date.To));
                break;
            case NumberKey number:
                var (low, high) = Spans.Stored(number.Low, number.High);
                Span(key, Spelling.AnyUnit, low, high);
                break;
            case QuantityKey quantity:
                Add(quantity);
                break;
            case ReferenceKey { IsAbsolute: false, IsContained: false, Type: { } target, Id: { } id } when ReferencePath.IsId(id):
                refs.Add(ReferencePath.Of(key.Parameter, target, id));
                break;
        }
    }

    private void Add(QuantityKey quantity)
    {
        var (low, high) = Spans.Stored(quantity.Low, quantity.High);
        Span(quantity, Spelling.AnyUnit, low, high);
        foreach (var unit in new[] { quantity.Code, quantity.Unit }.OfType<string>().Distinct(StringComparer.Ordinal))
            Span(quantity, Spelling.Unit("", unit), low, high);
        if (quantity.Canonical is { } canonical)
        {
            var (least, greatest) = low.Equals(high) ? Spans.Middle(canonical.Low, canonical.High) : (Spans.Of(canonical.Low), Spans.Of(canonical.High));
            Span(quantity, Spelling.BaseUnit(canonical.Code!), least, greatest);
        }
        else if (quantity is { System: { } system, Code: { } code })
        {
            Span(quantity, Spelling.Unit(system, code), low, high);
        }
    }

    private void Exact(SearchKey key, string spelling) => keys.Add(Hash(key, spelling));

    private void Span(SearchKey key, string kept, double low, double high) => spans.Add((Hash(key, kept), low, high));

    private long Hash(SearchKey key, string spelling) => SearchHash.Of(type, key.Parameter, spelling);
}
