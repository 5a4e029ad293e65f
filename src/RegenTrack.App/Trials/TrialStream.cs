using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.App.Trials;

/// <summary>One stream a trial, under its registry number.</summary>
public static class TrialStream
{
    public static readonly StreamType<Trial, TrialEvent> Type = new StreamType<Trial, TrialEvent>("trial", Trial.Initial, Trial.Evolve)
        .Event<TrialRegistered>("trial_registered_v1")
        .Event<TrialRegistrationRevised>("trial_registration_revised_v1")
        .Event<TrialApprovalRecorded>("trial_approval_recorded_v1")
        .Event<TrialResultsRecorded>("trial_results_recorded_v1")
        .Event<TrialResultsWithdrawn>("trial_results_withdrawn_v1")
        .Event<TrialCompletionRecorded>("trial_completion_recorded_v1")
        .Event<TrialPutOnHold>("trial_put_on_hold_v1")
        .Event<TrialHoldLifted>("trial_hold_lifted_v1");

    public static void Register(AppModel model) => model.Stream(Type)
        .Command<RegisterTrial>(Permission.RecordTrial, c => c.Trial.Value, RegisterTrial.Decide)
        .Command<RecordTrialResults, EvidencePackage?>(Permission.RecordTrial, c => c.Trial.Value, LoadPackage, RecordTrialResults.Decide)
        .Command<WithdrawTrialResults>(Permission.RecordTrial, c => c.Trial.Value, WithdrawTrialResults.Decide)
        .Command<RecordTrialApproval>(Permission.RecordTrial, c => c.Trial.Value, RecordTrialApproval.Decide)
        .Command<RecordTrialCompletion>(Permission.RecordTrial, c => c.Trial.Value, RecordTrialCompletion.Decide)
        .Command<PutTrialOnHold>(Permission.RecordTrial, c => c.Trial.Value, PutTrialOnHold.Decide)
        .Command<LiftTrialHold>(Permission.RecordTrial, c => c.Trial.Value, LiftTrialHold.Decide);

    /// <summary>What the deciders of other contexts may know of a trial; guarded against changes until their commit.</summary>
    public static async Task<TrialFacts> Facts(TrialId trial, FactReader facts, CancellationToken cancellation) =>
        (await facts.State(Type, trial.Value, cancellation)).Facts() with { Id = trial };

    private static async Task<EvidencePackage?> LoadPackage(RecordTrialResults command, FactReader facts, CancellationToken cancellation) =>
        EvidenceFile.Read(await facts.File(command.Package, cancellation));
}
