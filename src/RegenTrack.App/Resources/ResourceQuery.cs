namespace RegenTrack.App.Resources;

/// <summary>Which resources of a type are asked for.</summary>
/// <param name="Institution">Who asks: sees its own and what is everybody's; null sees only the latter.</param>
/// <param name="Conditions">All must hold.</param>
public sealed record ResourceQuery(string Type, string? Institution, IReadOnlyList<ResourceCondition> Conditions);

/// <summary>In which order. Equal values are ordered by id, so that the order is total.</summary>
public abstract record ResourceOrder(bool Descending)
{
    /// <summary>By id: nothing that is written meanwhile moves, so that a walk meets everything once.</summary>
    public sealed record ById(bool Descending) : ResourceOrder(Descending);

    /// <summary>By the instant of the last write.</summary>
    public sealed record ByUpdate(bool Descending) : ResourceOrder(Descending);

    /// <summary>By the earliest value of a date parameter, or by the latest when descending; resources without one come last, by id.</summary>
    /// <param name="Parameter">Hash of its spans.</param>
    /// <param name="Presence">Key of resources that have a value.</param>
    public sealed record BySpan(bool Descending, long Parameter, long Presence) : ResourceOrder(Descending);
}

/// <summary>Where a page ended.</summary>
/// <param name="Value">What it was ordered by: a span's end, or null for a resource that has none.</param>
/// <param name="Updated">When it was last written.</param>
public sealed record PageEnd(string Id, double? Value, DateTimeOffset Updated);
