using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RegenTrack.App.Pipeline;

/// <summary>Traces and metrics of the pipeline. Names only: no payload, no personal data.</summary>
public static class Telemetry
{
    public const string Name = "RegenTrack";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("regentrack.command.duration", "ms", "Time from envelope to outcome.");
}
