using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Institutions;

namespace RegenTrack.App.Institutions;

/// <summary>One stream an institution, under its id.</summary>
public static class InstitutionStream
{
    public static readonly StreamType<Institution, InstitutionEvent> Type =
        new StreamType<Institution, InstitutionEvent>("institution", Institution.Initial, Institution.Evolve)
            .Event<InstitutionDesignated>("institution_designated_v1");

    public static void Register(AppModel model) => model.Stream(Type)
        .Command<DesignateInstitution>(Permission.ManageAccounts, c => c.Institution.Value, DesignateInstitution.Decide);
}
