using RegenTrack.App.Resources;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server.Search;

/// <summary>A search that was understood.</summary>
/// <param name="Type">Of the resources that are searched.</param>
internal sealed record SearchPlan(string Type)
{
    public const int DefaultCount = 50;
    public const int LargestCount = 1000;

    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>By which right the matches are seen: an operation's centre is read rather than searched for.</summary>
    public Interactions By { get; init; } = Interactions.Search;

    public ResourceOrder Order { get; init; } = new ResourceOrder.ById(Descending: false);

    public int Count { get; init; } = DefaultCount;

    public TotalMode Total { get; init; } = TotalMode.WhileFew;

    /// <summary>Only the number is wanted.</summary>
    public bool IsCountOnly { get; init; }

    /// <summary>Of a type what to show; null for everything.</summary>
    public Func<string, Subset>? Shown { get; init; }

    public IReadOnlyList<Inclusion> Inclusions { get; init; } = [];

    /// <summary>From the <c>next</c> link of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>What the answer's own links say: the parameters that were honoured, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Honoured { get; init; } = [];

    /// <summary>What was left out, for a caller who wants that rather than a refusal.</summary>
    public IReadOnlyList<Issue> Warnings { get; init; } = [];
}

/// <summary>One thing that is asked of a resource.</summary>
internal abstract record Criterion
{
    /// <summary>Of itself.</summary>
    public sealed record Own(ResourceCondition Condition) : Criterion;

    /// <summary>Of what a reference points at.</summary>
    public sealed record Chain(string Parameter, string Target, ResourceCondition Condition) : Criterion;

    /// <summary>Of something that points at it.</summary>
    public sealed record Having(string Source, string Parameter, ResourceCondition Condition) : Criterion;
}

/// <summary>Further resources in the answer.</summary>
/// <param name="IsReverse">Whether what points at the matches is meant, else what they point at.</param>
/// <param name="Source">Whose parameter it is.</param>
/// <param name="Target">Only of this type; null for any.</param>
internal sealed record Inclusion(bool IsReverse, string Source, string Parameter, string? Target);

/// <summary>How the number of all matches is wanted.</summary>
internal enum TotalMode
{
    /// <summary>Exactly, when they are not too many to be counted for every search.</summary>
    WhileFew,
    None,
    Estimate,
    Accurate,
}
