using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Sandbox;

namespace RegenTrack.App.Sandbox;

/// <summary>One granted exemption.</summary>
public static class GrantStream
{
    public static readonly StreamType<Grant, GrantEvent> Type = new StreamType<Grant, GrantEvent>("grant", Grant.Initial, Grant.Evolve)
        .Event<GrantRecorded>("grant_recorded_v1")
        .Event<InsuranceRecorded>("insurance_recorded_v1")
        .Event<GrantStarted>("grant_started_v1")
        .Event<ConditionMet>("condition_met_v1")
        .Event<ConditionUnmet>("condition_unmet_v1");

    public static void Register(AppModel model) => model.Stream(Type)
        .Command<RecordGrant>(Permission.ManageGrants, c => c.Grant.Value, RecordGrant.Decide)
        .Command<RecordInsurance>(Permission.ManageGrants, c => c.Grant.Value, RecordInsurance.Decide)
        .Command<StartGrant>(Permission.ManageGrants, c => c.Grant.Value, StartGrant.Decide)
        .Command<MarkConditionMet>(Permission.ManageGrants, c => c.Grant.Value, MarkConditionMet.Decide)
        .Command<MarkConditionUnmet>(Permission.ManageGrants, c => c.Grant.Value, MarkConditionUnmet.Decide);
}
