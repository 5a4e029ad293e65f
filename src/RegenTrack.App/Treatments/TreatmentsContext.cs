using RegenTrack.App.Pipeline;

namespace RegenTrack.App.Treatments;

/// <summary>What the treatments context declares.</summary>
public static class TreatmentsContext
{
    public static void Register(AppModel model)
    {
        TreatmentCaseStream.Register(model);
        model.View(new CaseBoard());
        model.View(new AdministrationsByLot());
        model.View(new EnrolmentPlaces());
        model.View(new LotStock());
        model.View(new ImportPlaces());
        model.Query<ListCases, CasePage>(Permission.ReadTreatments, CaseBoard.List);
        model.Query<GetCase, CaseDetail>(Permission.ReadTreatments, GetCase.Answer);
        model.Query<FindSubject, SubjectPlace>(Permission.ReadTreatments, FindSubject.Answer);
        model.Query<GetAdministration, AdministrationDetail>(Permission.ReadTreatments, GetAdministration.Answer);
        model.Query<ListLotRecipients, LotRecipients>(Permission.ReadSafety, AdministrationsByLot.OfLot);
    }
}
