using RegenTrack.Domain.Law;

namespace RegenTrack.Web.Host;

/// <summary>What one running RegenTrack is told from outside.</summary>
/// <param name="ConnectionString">Of a PostgreSQL database that it may create tables in.</param>
public sealed record HostSetup(string ConnectionString)
{
    /// <summary>Where to listen, separated by semicolons; port 0 takes a free one.</summary>
    public string Urls { get; init; } = RegenTrackHost.DefaultUrls;

    /// <summary>The clock of law; tests turn it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The holiday table; null: the one that ships.</summary>
    public HolidayTable? Holidays { get; init; }

    /// <summary>Configuration values that win over files and environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Folder of the keys that seal the vault and sign the log, made when missing; null: the log is not sealed, and the vault's key lives as long as this host.</summary>
    public string? KeyFolder { get; init; }

    /// <summary>Whether it asks itself the first questions before it calls itself ready.</summary>
    public bool WarmUp { get; init; } = true;
}
