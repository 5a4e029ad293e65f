using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.LegacyXml;

/// <summary>Participant flow.</summary>
internal static class ParticipantFlowXml
{
    public static ParticipantFlow Read(XmlPlace flow) => new(
        flow.Each("group_list", "group", TableXml.Group),
        flow.Each("period_list", "period", period => new FlowPeriod(
            period.Required("title"),
            period.Each("milestone_list", "milestone", Row),
            period.Each("drop_withdraw_reason_list", "drop_withdraw_reason", Row))),
        flow.Text("recruitment_details"),
        flow.Text("pre_assignment_details"));

    private static FlowRow Row(XmlPlace row) => new(
        row.Required("title"),
        row.Each("participants_list", "participants", count => new GroupCount(count.RequiredAttribute("group_id"), Figure.Of(count.Attribute("count")), count.Content)));
}
