using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.ApiV2;

/// <summary>Participant flow.</summary>
internal static class ParticipantFlowJson
{
    public static ParticipantFlow Read(JsonPlace module) => new(
        module.Each("groups", TableJson.Group),
        module.Each("periods", period => new FlowPeriod(
            period.Required("title"),
            period.Each("milestones", milestone => Row(milestone, "achievements")),
            period.Each("dropWithdraws", reason => Row(reason, "reasons")))),
        module.Text("recruitmentDetails"),
        module.Text("preAssignmentDetails"));

    private static FlowRow Row(JsonPlace row, string counts) => new(
        row.Required("type"),
        row.Each(counts, count => new GroupCount(count.Required("groupId"), Figure.Of(count.Text("numSubjects")), count.Text("comment"))),
        row.Text("comment"));
}
