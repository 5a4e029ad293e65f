using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Treatments;

namespace RegenTrack.App.Treatments;

/// <summary>One subject in a plan. A hospital's system sees its own institution's.</summary>
public static class TreatmentCaseStream
{
    public static readonly StreamType<TreatmentCase, TreatmentEvent> Type = new StreamType<TreatmentCase, TreatmentEvent>("treatment-case", TreatmentCase.Initial, TreatmentCase.Evolve)
        .Event<SubjectEnrolled>("subject_enrolled_v1")
        .Event<AdministrationRecorded>("administration_recorded_v1")
        .Event<ConsentWithdrawn>("consent_withdrawn_v1")
        .Event<SubjectErased>("subject_erased_v1")
        .VisibleTo((actor, state) => state.IsSeenBy(actor));

    public static void Register(AppModel model) => model.Stream(Type)
        .Command<EnrolSubject, EnrolmentFacts>(Permission.EnrolSubject, c => c.Case.Value, TreatmentFacts.ForEnrolment, EnrolSubject.Decide, retries: true)
        .Command<RecordAdministration, AdministrationLookup>(Permission.RecordTreatment, c => c.Case.Value, TreatmentFacts.ForAdministration, RecordAdministration.Decide, retries: true)
        .Command<WithdrawConsent>(Permission.EnrolSubject, c => c.Case.Value, WithdrawConsent.Decide)
        .Command<EraseSubject, DateOnly?>(Permission.EnrolSubject, c => c.Case.Value, TreatmentFacts.ForErasure, EraseSubject.Decide);
}
