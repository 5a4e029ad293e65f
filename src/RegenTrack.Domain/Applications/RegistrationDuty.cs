using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;

namespace RegenTrack.Domain.Applications;

/// <summary>Until when the outline of a suitable plan is registered: thirty days from the notice, or seven from the first consent where that is earlier.</summary>
/// <param name="Rule">DL-05 or DL-05-consent, whichever ends first.</param>
public sealed record RegistrationDuty(Rule Rule, DateOnly Due)
{
    /// <summary>Null while there is nothing to register.</summary>
    /// <param name="firstConsent">Day of the first consent of a subject of the plan; null before it.</param>
    public static RegistrationDuty? Of(Decision? decision, DateOnly? firstConsent, HolidayTable holidays)
    {
        if (decision?.RegisterBy is not { } byNotice)
            return null;
        return firstConsent is { } consent && DeadlineCatalogue.RegistrationAfterConsent.From(consent, holidays) is { } byConsent && byConsent < byNotice
            ? new(DeadlineCatalogue.RegistrationAfterConsent.Rule, byConsent)
            : new(DeadlineCatalogue.Registration.Rule, byNotice);
    }
}
