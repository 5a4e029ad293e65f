using RegenTrack.Domain.Applications;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Applications;

/// <summary>Every application, ordered by the clock of 120 working days.</summary>
public sealed class Worklist : TableView
{
    public override string Name => "application_worklist";

    public override string Columns => """
        application text primary key, clock_key text not null, stage text not null, institution text not null, title text not null, risk text not null,
        by_exemption boolean not null, trial text, receipt text, submitted_on date not null, due date, days_left int, answer_due date, answered boolean not null default false,
        expert text, resume_stage text, supplement text, last_event_at timestamptz not null
        """;

    public override IReadOnlyList<string> Indexes => ["(clock_key, application)", "(institution, clock_key, application)", "(expert, clock_key, application)", "(stage, clock_key, application)"];

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        string id = stored.StreamId;
        switch (stored.Data)
        {
            case TreatmentPlanSubmitted e:
                write.Execute(
                    "insert into {table} (application, clock_key, stage, institution, title, risk, by_exemption, trial, submitted_on, last_event_at) values ($1, $2, 'Submitted', $3, $4, $5, $6, $7, $8, {now}) on conflict (application) do nothing",
                    id, ClockKey.Waiting(e.SubmittedOn), e.Institution.Value, e.Plan.Title, e.Risk.Class.ToString(), e.Gate.Outcome == GateOutcome.PassByExemption, e.Plan.Evidence.Trial?.Value, e.SubmittedOn);
                break;
            case ReceiptConfirmed e:
                write.Execute("update {table} set stage = 'Received', receipt = $2, due = $3, clock_key = $4, last_event_at = {now} where application = $1", id, e.ReceiptNumber, e.Due, ClockKey.Running(e.Due));
                break;
            case SupplementRequested { AtIntake: true } e:
                write.Execute("update {table} set resume_stage = stage, stage = 'IntakeSupplement', supplement = $2, answer_due = $3, answered = false, last_event_at = {now} where application = $1", id, e.Supplement, e.Due);
                break;
            case SupplementRequested e:
                write.Execute(
                    "update {table} set resume_stage = stage, stage = 'ReviewSupplement', supplement = $2, answer_due = $3, answered = false, due = null, days_left = $4, clock_key = $5, last_event_at = {now} where application = $1",
                    id, e.Supplement, e.Due, e.DaysLeft, ClockKey.Stopped(e.DaysLeft ?? 0, e.Due));
                break;
            case SupplementExtended e:
                write.Execute("update {table} set answer_due = $2, last_event_at = {now} where application = $1", id, e.Due);
                break;
            case SupplementAnswered e:
                write.Execute(
                    "update {table} set stage = resume_stage, resume_stage = null, supplement = null, answer_due = null, answered = true, due = $2, days_left = null, clock_key = coalesce($3, clock_key), last_event_at = {now} where application = $1",
                    id, e.ClockDue, e.ClockDue is { } due ? ClockKey.Running(due) : null);
                break;
            case ExpertReviewStarted e:
                write.Execute("update {table} set stage = 'ExpertReview', expert = $2, last_event_at = {now} where application = $1", id, e.Expert.Value);
                break;
            case ExpertReviewCompleted:
                write.Execute("update {table} set stage = 'Deliberation', last_event_at = {now} where application = $1", id);
                break;
            case ApplicationReturned e:
                Close(write, id, Stage.Returned, e.ReturnedOn);
                break;
            case ApplicationDecided { Decision: { } decision }:
                Close(write, id, decision.Result == DecisionResult.Suitable ? Stage.Suitable : Stage.Unsuitable, decision.NoticeOn);
                break;
            case ComparabilityAssessed or DeliberationDeferred:
                write.Execute("update {table} set last_event_at = {now} where application = $1", id);
                break;
        }
    }

    private static void Close(ViewWriter write, string id, Stage stage, DateOnly on) =>
        write.Execute(
            "update {table} set stage = $2, clock_key = $3, due = null, days_left = null, supplement = null, answer_due = null, last_event_at = {now} where application = $1",
            id, stage.ToString(), ClockKey.Closed(on));
}
