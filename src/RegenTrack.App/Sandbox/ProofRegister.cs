using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Cells.Lots;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Safety;
using RegenTrack.Domain.Treatments;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Sandbox;

/// <summary>What the sandbox page counts: one row a thing, with its state, from the events of every context.</summary>
public sealed class ProofRegister : TableView
{
    public override string Name => "proof_register";

    // Statistics: nobody decides on them.
    public override bool IsAsynchronous => true;

    public override string Columns => "kind text not null, id text not null, state text not null, primary key (kind, id)";

    public override IReadOnlyList<string> Indexes => ["(kind, state)"];

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        switch (stored.Data)
        {
            case ApplicationEvent e:
                Application(e, stored.StreamId, write);
                break;
            case LotEvent e when StateOf(e) is { } state:
                Set(write, "lot", stored.StreamId, state);
                break;
            case TemperatureLogAttached { Log: var log } e when log.Verdicts.Any(verdict => verdict.Outcome != ExcursionOutcome.None):
                Set(write, "excursion", $"{e.Shipment.Value}/{log.Sha256}", log.Verdicts.Max(verdict => verdict.Outcome).ToString());
                break;
            case SubjectEnrolled e:
                Set(write, "subject", e.Case.Value, "Enrolled");
                break;
            case AdministrationRecorded e:
                Set(write, "subject", e.Case.Value, "Treated");
                Set(write, "administration", e.Administration.Value, "Given");
                break;
            case AdverseEventReported e:
                Set(write, "adverse-event", e.AdverseEvent.Value, e.Assessment.IsSerious ? "Serious" : "Other");
                break;
            case AdverseEventFollowedUp e:
                Set(write, "adverse-event", e.AdverseEvent.Value, e.Assessment.IsSerious ? "Serious" : "Other");
                break;
        }
    }

    private static void Application(ApplicationEvent e, string id, ViewWriter write)
    {
        if (e is TreatmentPlanSubmitted { Plan.Evidence: { Kind: EvidenceKind.CommercialTrial, Trial: { } trial } })
            Set(write, "trial", trial.Value, "ReliedOn");
        var stage = e switch
        {
            TreatmentPlanSubmitted => Stage.Submitted,
            ReceiptConfirmed => Stage.Received,
            ApplicationReturned => Stage.Returned,
            ExpertReviewStarted => Stage.ExpertReview,
            ExpertReviewCompleted => Stage.Deliberation,
            ApplicationDecided { Decision.Result: DecisionResult.Suitable } => Stage.Suitable,
            ApplicationDecided => Stage.Unsuitable,
            _ => (Stage?)null,
        };
        if (stage is { } reached)
            Set(write, "application", id, reached.ToString());
    }

    private static string? StateOf(LotEvent e) => e switch
    {
        LotAnnounced => "Announced",
        LotArrived => "Received",
        LotReleased => "Released",
        LotPutOnHold => "OnHold",
        LotHoldLifted => "Received",
        LotRejected => "Rejected",
        _ => null,
    };

    private static void Set(ViewWriter write, string kind, string id, string state) =>
        write.Execute("insert into {table} values ($1, $2, $3) on conflict (kind, id) do update set state = excluded.state", kind, id, state);
}
