namespace RegenTrack.Interop.Notices;

/// <summary>Names of the R4 back-port of topic-based subscriptions.</summary>
internal static class NoticeNames
{
    public const string Type = "Subscription";
    public const string Profile = "https://regentrack.example/fhir/StructureDefinition/notice-subscription";

    public const string Filter = Definitions + "backport-filter-criteria";
    public const string Content = Definitions + "backport-payload-content";
    public const string Heartbeat = Definitions + "backport-heartbeat-period";
    public const string Timeout = Definitions + "backport-timeout";
    public const string MaxCount = Definitions + "backport-max-count";
    public const string Status = Definitions + "backport-subscription-status-r4";
    public const string Notification = Definitions + "backport-subscription-notification-r4";
    public const string TopicCanonical = Definitions + "capabilitystatement-subscriptiontopic-canonical";

    /// <summary>The only channel and the only form of what is sent.</summary>
    public const string Channel = "rest-hook";

    private const string Definitions = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
}
