namespace RegenTrack.Interop.Notices.Delivery;

/// <summary>How long to wait before a message is tried again: twice as long each time up to a limit, and a random half of it, so that endpoints that failed together are not all tried together.</summary>
/// <param name="draw">From 0 to 1.</param>
public sealed class NoticeBackoff(NoticeOptions options, Func<double> draw)
{
    private const int MostDoublings = 30;

    /// <param name="attempts">How often it has failed; at least once.</param>
    public TimeSpan After(int attempts)
    {
        var whole = Math.Min(options.BackoffSeconds * Math.Pow(2, Math.Min(attempts - 1, MostDoublings)), options.LongestBackoffSeconds);
        return TimeSpan.FromSeconds(whole * (0.5 + (draw() / 2)));
    }
}
