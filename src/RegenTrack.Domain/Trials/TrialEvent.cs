using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>A fact about one clinical trial.</summary>
public abstract record TrialEvent;

/// <summary>The trial became known under its registry number.</summary>
public sealed record TrialRegistered(TrialId Trial, TrialRegistration Registration) : TrialEvent;

/// <summary>The registry entry changed; the whole new entry.</summary>
public sealed record TrialRegistrationRevised(TrialId Trial, TrialRegistration Registration) : TrialEvent;

/// <summary>A results package was put on file under the next version number. The package itself lies content-addressed in the attachments.</summary>
public sealed record TrialResultsRecorded(
    TrialId Trial,
    int Version,
    string Package,
    EvidenceSource Source,
    EvidenceCounts Counts,
    IReadOnlyList<PrimaryEndpoint> PrimaryEndpoints) : TrialEvent;

/// <summary>A results version no longer stands.</summary>
public sealed record TrialResultsWithdrawn(TrialId Trial, int Version, string Reason) : TrialEvent;

/// <summary>The approval of the protocol, and whether it is a trial for licensing.</summary>
public sealed record TrialApprovalRecorded(TrialId Trial, TrialApproval Approval) : TrialEvent;

/// <summary>Dates of completion that were told; null: not told with this fact.</summary>
public sealed record TrialCompletionRecorded(TrialId Trial, DateOnly? LastObservationEnd, DateOnly? LastObservationEndNotice, DateOnly? FinalResult, DateOnly? StudyReport) : TrialEvent;

/// <summary>The trial was put on hold.</summary>
public sealed record TrialPutOnHold(TrialId Trial, DateOnly Since, string Reason) : TrialEvent;

/// <summary>The hold ended.</summary>
public sealed record TrialHoldLifted(TrialId Trial, DateOnly On) : TrialEvent;
