using RegenTrack.Domain.Notices;
using RegenTrack.Interop.Treatments;

namespace RegenTrack.Interop.Notices;

/// <summary>Codes of subscriptions.</summary>
internal static class SubscriptionCodes
{
    /// <summary>Code of http://hl7.org/fhir/subscription-status.</summary>
    public static string Of(NoticeState state) => state switch
    {
        NoticeState.Active => "active",
        NoticeState.Failing => "error",
        NoticeState.Requested => "requested",
        _ => "off",
    };

    /// <summary>empty, id-only or full-resource.</summary>
    public static string Of(NoticeContent content) => KebabCodes<NoticeContent>.Of(content);

    public static NoticeContent? Content(string? code) => KebabCodes<NoticeContent>.Find(code);
}
