namespace RegenTrack.Domain.Notices;

/// <summary>Of what a hospital wants to be told, where and how.</summary>
/// <param name="Topic">Canonical address of the topic.</param>
/// <param name="Filters">Searches that a changed resource must fit, all of them.</param>
/// <param name="Endpoint">Address to which notices are posted.</param>
/// <param name="Headers">Names of the HTTP headers that each notice carries. Their values are secrets, and in the vault.</param>
/// <param name="Reason">Why, in the hospital's words.</param>
/// <param name="End">Until when, UTC.</param>
/// <param name="TimeoutSeconds">How long an answer may take; null for the server's own patience.</param>
/// <param name="MaxCount">Most changes in one notice; null for the server's own measure.</param>
/// <param name="HeartbeatSeconds">Greatest silence before a sign of life; null for none.</param>
public sealed record NoticeWish(
    string Topic,
    IReadOnlyList<string> Filters,
    string Endpoint,
    NoticeContent Content,
    IReadOnlyList<string> Headers,
    string Reason,
    DateTimeOffset End,
    int? TimeoutSeconds,
    int? MaxCount,
    int? HeartbeatSeconds)
{
    /// <summary>Whether another wish says the same.</summary>
    public bool IsSame(NoticeWish? other) =>
        other is not null && Filters.SequenceEqual(other.Filters) && Headers.SequenceEqual(other.Headers) && this == other with { Filters = Filters, Headers = Headers };
}

/// <summary>How much a notice says.</summary>
public enum NoticeContent
{
    /// <summary>That something changed.</summary>
    Empty,

    /// <summary>What changed.</summary>
    IdOnly,

    /// <summary>And what it is now.</summary>
    FullResource,
}
