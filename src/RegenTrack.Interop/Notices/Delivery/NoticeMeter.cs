using System.Diagnostics.Metrics;

namespace RegenTrack.Interop.Notices.Delivery;

/// <summary>What operators watch of notices.</summary>
public static class NoticeMeter
{
    public const string Name = "RegenTrack.Notices";

    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Sent = Meter.CreateCounter<long>("regentrack.notice.sent", "messages", "Messages that an endpoint took, by kind.");

    internal static readonly Counter<long> Missed = Meter.CreateCounter<long>("regentrack.notice.missed", "messages", "Messages that an endpoint did not take, by the kind of trouble.");

    internal static readonly Counter<long> GivenUp = Meter.CreateCounter<long>("regentrack.notice.given_up", "subscriptions", "Subscriptions that wait for their hospital from now on.");
}
