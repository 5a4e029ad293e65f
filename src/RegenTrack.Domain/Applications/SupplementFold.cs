namespace RegenTrack.Domain.Applications;

/// <summary>How the state follows supplements: stage, clock and the plan's answers.</summary>
internal static class SupplementFold
{
    public static TreatmentApplication Requested(TreatmentApplication state, SupplementRequested e) => state with
    {
        Stage = e.AtIntake ? Stage.IntakeSupplement : Stage.ReviewSupplement,
        Clock = state.Clock?.Stop(e.RequestedOn, e.Supplement),
        Supplements =
        [
            .. state.Supplements,
            new Supplement(e.Supplement, e.AtIntake, state.Stage, e.Items, e.RequestedOn, e.Due, [], null, []),
        ],
    };

    public static TreatmentApplication Extended(TreatmentApplication state, SupplementExtended e) =>
        Change(state, e.Supplement, supplement => supplement with
        {
            Due = e.Due,
            Extensions = [.. supplement.Extensions, new SupplementExtension(e.GrantedOn, e.Due, e.Reason)],
        });

    public static TreatmentApplication Answered(TreatmentApplication state, SupplementAnswered e) =>
        Change(state, e.Supplement, supplement => supplement with { AnsweredOn = e.AnsweredOn, Answers = e.Answers }) with
        {
            Stage = state.Supplement(e.Supplement)?.ReturnTo ?? state.Stage,
            Clock = state.Clock?.Resume(e.AnsweredOn),
            Plan = state.Plan?.With(e.Answers),
        };

    private static TreatmentApplication Change(TreatmentApplication state, string id, Func<Supplement, Supplement> change) =>
        state with { Supplements = [.. state.Supplements.Select(supplement => supplement.Id == id ? change(supplement) : supplement)] };
}
