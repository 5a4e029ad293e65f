using System.Diagnostics.Metrics;

namespace RegenTrack.EventStore.Subscriptions;

/// <summary>What operators watch of subscriptions.</summary>
public static class SubscriptionMeter
{
    public const string Name = "RegenTrack.EventStore";

    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Handled = Meter.CreateCounter<long>("regentrack.subscription.events", "events", "Events handled.");

    internal static readonly Gauge<long> Behind = Meter.CreateGauge<long>("regentrack.subscription.behind", "events", "Sequence numbers between the newest event and the subscription.");

    internal static readonly Gauge<int> Stopped = Meter.CreateGauge<int>("regentrack.subscription.stopped", "subscriptions", "1 while an event stops the subscription, else 0.");
}
