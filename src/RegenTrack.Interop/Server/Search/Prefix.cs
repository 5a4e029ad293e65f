using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server.Search;

/// <summary>The comparison that a value begins with.</summary>
internal static class Prefix
{
    /// <summary>The relation, and the value behind it; without a prefix it is equality.</summary>
    public static (SpanRelation Relation, string Value) Of(string value) => value.Length > 2 && Named(value[..2]) is { } relation ? (relation, value[2..]) : (SpanRelation.Equal, value);

    private static SpanRelation? Named(string prefix) => prefix switch
    {
        "eq" => SpanRelation.Equal,
        "ne" => SpanRelation.NotEqual,
        "gt" => SpanRelation.Greater,
        "lt" => SpanRelation.Less,
        "ge" => SpanRelation.GreaterOrEqual,
        "le" => SpanRelation.LessOrEqual,
        "sa" => SpanRelation.StartsAfter,
        "eb" => SpanRelation.EndsBefore,
        "ap" => SpanRelation.Overlaps,
        _ => null,
    };
}
