using System.ComponentModel.DataAnnotations;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>Configuration section <c>Exports</c>.</summary>
public sealed class ExportOptions
{
    public const string Section = "Exports";

    /// <summary>Whether this instance works on exports; each instance answers for all of them.</summary>
    public bool Runs { get; set; } = true;

    /// <summary>Minutes that an export is kept, from its request and again from its end.</summary>
    [Range(1, 60 * 24 * 30)]
    public int KeepMinutes { get; set; } = 60 * 24;

    /// <summary>Exports of one client that are under way at the same time.</summary>
    [Range(1, 100)]
    public int MostPerClient { get; set; } = 2;

    /// <summary>Resources in one file at most.</summary>
    [Range(1, 100_000)]
    public int FileSize { get; set; } = 10_000;

    /// <summary>Seconds after which another instance takes over what an instance does not go on with.</summary>
    [Range(1, 3600)]
    public int LeaseSeconds { get; set; } = 30;
}
