using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.ApiV2;

/// <summary>The protocol section. Contacts and officials are people and stay behind.</summary>
internal static class RegistrationJson
{
    public static TrialRegistration Read(JsonPlace protocol)
    {
        JsonPlace? identity = protocol.Child("identificationModule");
        JsonPlace? status = protocol.Child("statusModule");
        JsonPlace? sponsors = protocol.Child("sponsorCollaboratorsModule");
        JsonPlace? design = protocol.Child("designModule");
        JsonPlace? info = design?.Child("designInfo");
        JsonPlace? arms = protocol.Child("armsInterventionsModule");
        JsonPlace? enrolment = design?.Child("enrollmentInfo");
        return new TrialRegistration(
            identity?.Required("briefTitle") ?? "",
            identity?.Text("officialTitle"),
            identity?.Text("acronym"),
            sponsors?.Child("leadSponsor")?.Text("name"),
            sponsors?.Each("collaborators", collaborator => collaborator.Required("name")) ?? [],
            OtherIds(identity),
            design?.Text("studyType"),
            Phase(design),
            status?.Text("overallStatus"),
            status?.Text("whyStopped"),
            new TrialDesign(info?.Text("allocation"), info?.Text("interventionModel") ?? info?.Text("observationalModel"), info?.Child("maskingInfo")?.Text("masking"), info?.Text("primaryPurpose")),
            Date(status?.Child("startDateStruct")),
            Date(status?.Child("primaryCompletionDateStruct")),
            Date(status?.Child("completionDateStruct")),
            Figure.Of(enrolment?.Text("count")) is { } count ? new Enrolment(count, enrolment?.Text("type")) : null,
            protocol.Child("conditionsModule")?.Texts("conditions") ?? [],
            arms?.Each("armGroups", arm => new TrialArm(arm.Required("label"), arm.Text("type"), arm.Text("description"))) ?? [],
            arms?.Each("interventions", intervention => new Intervention(intervention.Text("type"), intervention.Required("name"))) ?? [],
            protocol.Child("contactsLocationsModule")?.Each("locations", site => new TrialSite(site.Text("facility"), site.Text("city"), site.Text("country"))) ?? [],
            status?.Text("lastUpdateSubmitDate") is { } updated ? new RegistryDate(updated, null) : null);
    }

    private static List<string> OtherIds(JsonPlace? identity)
    {
        var ids = new List<string>();
        if (identity?.Child("orgStudyIdInfo")?.Text("id") is { } own)
            ids.Add(own);
        ids.AddRange(identity?.Each("secondaryIdInfos", other => other.Required("id")) ?? []);
        return ids;
    }

    private static TrialPhase Phase(JsonPlace? design)
    {
        if (design is not { } place)
            return TrialPhase.NotStated;
        IReadOnlyList<string> texts = place.Texts("phases");
        if (RegistryVocabulary.Phase(texts) is { } phase)
            return phase;
        place.Problems.Unknown($"{place.Path}.phases", string.Join(", ", texts), RegistryVocabulary.Phases);
        return TrialPhase.NotStated;
    }

    private static RegistryDate? Date(JsonPlace? place) =>
        place is { } date ? new RegistryDate(date.Required("date"), date.Text("type")) : null;
}
