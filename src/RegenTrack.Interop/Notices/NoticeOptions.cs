using System.ComponentModel.DataAnnotations;

namespace RegenTrack.Interop.Notices;

/// <summary>Configuration section <c>Notices</c>: how subscriptions are served.</summary>
public sealed class NoticeOptions
{
    public const string Section = "Notices";

    /// <summary>Development: endpoints may be http, and in private networks.</summary>
    public bool Anywhere { get; set; }

    /// <summary>How often a message is tried before the subscription waits for the hospital.</summary>
    [Range(1, 100)]
    public int Attempts { get; set; } = 12;

    /// <summary>Before the second try; twice as long before each further one.</summary>
    [Range(1, 3600)]
    public int BackoffSeconds { get; set; } = 2;

    /// <summary>Longest pause between two tries.</summary>
    [Range(1, 86_400)]
    public int LongestBackoffSeconds { get; set; } = 600;

    /// <summary>How long an endpoint may take when the subscription does not say.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Most changes in one message when the subscription does not say.</summary>
    [Range(1, 100)]
    public int MaxCount { get; set; } = 20;

    /// <summary>How often it is looked for what is due, such as heartbeats and second tries.</summary>
    [Range(50, 60_000)]
    public int PollingMilliseconds { get; set; } = 500;

    /// <summary>Days for which <c>$events</c> tells of a change again, and for which an endpoint that fails can still come back to it.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 30;
}
