using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.LegacyXml;

/// <summary>The registration part. Contacts and officials are people and stay behind.</summary>
internal static class RegistrationXml
{
    public static TrialRegistration Read(XmlPlace study)
    {
        XmlPlace? ids = study.Child("id_info");
        XmlPlace? sponsors = study.Child("sponsors");
        XmlPlace? design = study.Child("study_design_info");
        XmlPlace? enrolment = study.Child("enrollment");
        return new TrialRegistration(
            study.Required("brief_title"),
            study.Text("official_title"),
            study.Text("acronym"),
            sponsors?.Child("lead_sponsor")?.Text("agency"),
            sponsors?.Each("collaborator", collaborator => collaborator.Required("agency")) ?? [],
            [.. ids?.Texts("org_study_id") ?? [], .. ids?.Texts("secondary_id") ?? []],
            study.Text("study_type"),
            Phase(study),
            study.Text("overall_status"),
            study.Text("why_stopped"),
            new TrialDesign(design?.Text("allocation"), design?.Text("intervention_model") ?? design?.Text("observational_model"), design?.Text("masking"), design?.Text("primary_purpose")),
            Date(study.Child("start_date")),
            Date(study.Child("primary_completion_date")),
            Date(study.Child("completion_date")),
            Figure.Of(enrolment?.Content) is { } count ? new Enrolment(count, enrolment?.Attribute("type")) : null,
            study.Texts("condition"),
            study.Each("arm_group", arm => new TrialArm(arm.Required("arm_group_label"), arm.Text("arm_group_type"), arm.Text("description"))),
            study.Each("intervention", intervention => new Intervention(intervention.Text("intervention_type"), intervention.Required("intervention_name"))),
            study.Each("location", Site),
            study.Text("last_update_submitted") is { } updated ? new RegistryDate(updated, null) : null);
    }

    private static TrialSite Site(XmlPlace location)
    {
        XmlPlace? facility = location.Child("facility");
        XmlPlace? address = facility?.Child("address");
        return new TrialSite(facility?.Text("name"), address?.Text("city"), address?.Text("country"));
    }

    private static TrialPhase Phase(XmlPlace study)
    {
        IReadOnlyList<string> texts = study.Texts("phase");
        if (RegistryVocabulary.Phase(texts) is { } phase)
            return phase;
        study.Problems.Unknown($"{study.Where}/phase", string.Join(", ", texts), RegistryVocabulary.Phases);
        return TrialPhase.NotStated;
    }

    private static RegistryDate? Date(XmlPlace? date) =>
        date?.Content is { } text ? new RegistryDate(text, date.Attribute("type")) : null;
}
