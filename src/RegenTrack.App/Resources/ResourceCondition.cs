namespace RegenTrack.App.Resources;

/// <summary>What must hold of a resource to be found.</summary>
public abstract record ResourceCondition
{
    private ResourceCondition()
    {
    }

    /// <summary>It has at least one of the keys.</summary>
    public sealed record AnyKey(IReadOnlyList<long> Keys) : ResourceCondition;

    /// <summary>It has none of the keys.</summary>
    public sealed record NoKey(IReadOnlyList<long> Keys) : ResourceCondition;

    /// <summary>One of its dates or numbers passes at least one of the tests.</summary>
    public sealed record AnySpan(IReadOnlyList<SpanTest> Tests) : ResourceCondition;

    /// <summary>One of its texts passes at least one of the tests.</summary>
    public sealed record AnyText(IReadOnlyList<TextTest> Tests) : ResourceCondition;

    /// <summary>Its id is one of these.</summary>
    public sealed record AnyId(IReadOnlyList<string> Ids) : ResourceCondition;

    /// <summary>It was last written from an instant (included) to another (not), or <paramref name="Outside"/> of that time.</summary>
    public sealed record Updated(DateTimeOffset? From, DateTimeOffset? To, bool Outside = false) : ResourceCondition;

    /// <summary>All conditions of at least one of the alternatives hold.</summary>
    public sealed record Either(IReadOnlyList<IReadOnlyList<ResourceCondition>> Alternatives) : ResourceCondition;
}

/// <summary>How a stored span relates to the one that is asked for; the prefixes of FHIR.</summary>
public enum SpanRelation
{
    /// <summary>Lies within.</summary>
    Equal,
    NotEqual,

    /// <summary>Reaches beyond the end.</summary>
    Greater,
    Less,
    GreaterOrEqual,
    LessOrEqual,

    /// <summary>Begins at or after the end.</summary>
    StartsAfter,
    EndsBefore,
    Overlaps,
}

/// <param name="Parameter">Hash of parameter and unit.</param>
/// <param name="Low">Included; microseconds since 1970 for dates.</param>
/// <param name="High">Not included, unless it equals <paramref name="Low"/>.</param>
public sealed record SpanTest(long Parameter, SpanRelation Relation, double Low, double High);

/// <param name="Parameter">Hash of the parameter.</param>
/// <param name="Text">Normalised as the stored texts are.</param>
/// <param name="Anywhere">Else at the beginning.</param>
public sealed record TextTest(long Parameter, string Text, bool Anywhere);
