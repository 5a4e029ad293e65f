using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace RegenTrack.Fhir.FhirPath;

/// <summary>A collection that costs nothing while it has one item or none.</summary>
internal readonly struct Items : IReadOnlyList<PathItem>
{
    private static readonly object Nothing = new();

    private readonly object? content;

    private Items(object? content) => this.content = content;

    public static Items Empty => default;

    public int Count => content switch { null => 0, List<PathItem> list => list.Count, _ => 1 };

    public bool IsEmpty => content is null;

    public PathItem this[int index] => content is List<PathItem> list ? list[index] : (PathItem)content!;

    public static implicit operator Items(PathItem? item) => new(item);

    /// <summary>The collection as one reference that is never null, so that it can be kept and shared.</summary>
    public object Memory => content ?? Nothing;

    public static Items Recall(object memory) => memory == Nothing ? default : new(memory);

    /// <summary>The list must not change afterwards.</summary>
    public static Items Of(List<PathItem> list) => list.Count switch { 0 => default, 1 => new(list[0]), _ => new(list) };

    /// <summary>The only item; false when there is none.</summary>
    /// <exception cref="FhirPathException">There are several.</exception>
    public bool TrySingle([NotNullWhen(true)] out PathItem? item, string what)
    {
        item = content as PathItem;
        return content is not List<PathItem> ? item is not null : throw FhirPathException.NotSingle(what);
    }

    /// <summary>The System value of the only item, or null when there is none.</summary>
    public PathItem? Single(string what) => TrySingle(out var item, what) ? item.Plain : null;

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<PathItem> IEnumerable<PathItem>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator(Items items) : IEnumerator<PathItem>
    {
        private readonly int count = items.Count;
        private int at = -1;

        public readonly PathItem Current => items[at];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++at < count;

        public void Reset() => at = -1;

        public readonly void Dispose()
        {
        }
    }
}
