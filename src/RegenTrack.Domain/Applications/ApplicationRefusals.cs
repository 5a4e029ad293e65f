using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Applications;

/// <summary>Refusals that several commands share.</summary>
internal static class ApplicationRefusals
{
    public static readonly Refusal Unknown = new(
        "application-unknown", "그런 신청이 없습니다.", "There is no such application.", null, "Application");

    public static readonly Refusal SupplementUnknown = new(
        "supplement-unknown", "그런 보완요청이 없습니다.", "There is no such supplement request.", ApplicationRules.Supplement, "Supplement");

    /// <summary>The command does not fit the stage; says what stands instead.</summary>
    public static Refusal WrongStage(TreatmentApplication state, Rule rule) => !state.Exists ? Unknown : new(
        "not-at-this-stage",
        $"현재 단계({state.Stage.Text().Korean})에서는 할 수 없습니다.",
        $"This cannot be done at the present stage ({state.Stage.Text().English}).",
        rule);

    public static Refusal Required(string field) => new("required", "필수 항목입니다.", "This is required.", null, field);

    /// <summary>One refusal for each text that looks like a resident registration number.</summary>
    public static IEnumerable<Refusal> Personal(params IEnumerable<(string Field, string? Text)> texts) =>
        from text in texts
        where text.Text is not null && ResidentRegistrationNumber.AppearsIn(text.Text)
        select ResidentRegistrationNumber.Refuse(text.Field);

    private static Bilingual Text(this Stage stage) => StageText.Of(stage);
}
