using System.Text.Json;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>A ResearchStudy as a registration.</summary>
internal static class StudyReading
{
    /// <summary>The registry number among the identifiers, or null.</summary>
    public static TrialId? Number(JsonElement study) =>
        study.Items("identifier").Select(identifier => identifier.Text("value")?.ToUpperInvariant()).FirstOrDefault(value => value is not null && RegistryNumber.IsValid(value)) is { } number
            ? new TrialId(number)
            : null;

    /// <param name="enrolled">Sum of the groups' sizes, when they are told.</param>
    public static TrialRegistration Read(JsonElement study, int? enrolled) => new(
        study.Text("title") ?? "",
        study.Text("description"),
        null,
        study.Text("sponsor", "display"),
        [],
        [.. study.Items("identifier").Select(identifier => identifier.Text("value")).OfType<string>().Where(value => !RegistryNumber.IsValid(value.ToUpperInvariant()))],
        null,
        Phase(study),
        study.Text("status"),
        Words(study.At("reasonStopped")),
        new TrialDesign(null, null, null, null),
        Date(study.Text("period", "start")),
        null,
        Date(study.Text("period", "end")),
        enrolled is { } count ? new Enrolment(new Figure(count.ToString(System.Globalization.CultureInfo.InvariantCulture)), null) : null,
        [.. study.Items("condition").Select(concept => Words(concept)).OfType<string>()],
        [.. study.Items("arm").Select(arm => new TrialArm(arm.Text("name") ?? "", Words(arm.At("type")), arm.Text("description")))],
        [],
        [.. study.Items("site").Select(site => new TrialSite(site.Text("display"), null, null))],
        null);

    private static RegistryDate? Date(string? text) => text is null ? null : new RegistryDate(text, null);

    private static string? Words(JsonElement? concept) =>
        concept is { } found ? found.Text("text") ?? found.Items("coding").FirstOrDefault().Text("display") : null;

    private static TrialPhase Phase(JsonElement study) => study.CodeIn(TrialResultNames.Phase, "phase") switch
    {
        "early-phase-1" => TrialPhase.EarlyPhase1,
        "phase-1" => TrialPhase.Phase1,
        "phase-1-phase-2" => TrialPhase.Phase1And2,
        "phase-2" => TrialPhase.Phase2,
        "phase-2-phase-3" => TrialPhase.Phase2And3,
        "phase-3" => TrialPhase.Phase3,
        "phase-4" => TrialPhase.Phase4,
        _ => TrialPhase.NotStated,
    };
}
