using System.Collections.Frozen;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Pipeline;

/// <summary>What a command or query asks of its actor. One policy of the same name guards each page and endpoint.</summary>
public enum Permission
{
    RecordTrial,
    ReadTrials,
    SubmitApplication,
    ReadOwnApplications,
    ReadWorklist,
    ReviewIntake,
    RequestSupplement,
    AssignExpert,
    AssessComparability,
    RecordDecision,
    RecordShipment,
    InspectShipment,
    ReleaseLot,
    ReadCells,
    EnrolSubject,
    RecordTreatment,
    ReadTreatments,
    ReportAdverseEvent,
    KeepRecords,
    ReceiveNotices,
    DeliverNotices,
    ReadSafety,
    ReadSandbox,
    ManageGrants,
    ReadDocuments,
    ReadAudit,
    ManageAccounts,
    OperateService,
}

/// <summary>Which role holds which permission. Deny by default.</summary>
public static class Permissions
{
    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> ByRole = new Dictionary<Role, Permission[]>
    {
        [Role.HospitalSystem] = [Permission.RecordTrial, Permission.ReadTrials, Permission.SubmitApplication, Permission.ReadOwnApplications, Permission.ReadCells, Permission.EnrolSubject, Permission.RecordTreatment, Permission.ReadTreatments, Permission.ReportAdverseEvent, Permission.KeepRecords, Permission.ReceiveNotices, Permission.ReadDocuments],
        [Role.Secretariat] = [Permission.RecordTrial, Permission.ReadTrials, Permission.ReadWorklist, Permission.ReviewIntake, Permission.RequestSupplement, Permission.AssignExpert, Permission.RecordDecision, Permission.RecordShipment, Permission.ReadCells, Permission.ReadTreatments, Permission.ReadSafety, Permission.ReadSandbox, Permission.ReadDocuments],
        [Role.Expert] = [Permission.ReadTrials, Permission.ReadWorklist, Permission.AssessComparability, Permission.ReadDocuments],
        [Role.Committee] = [Permission.ReadTrials, Permission.ReadWorklist, Permission.RequestSupplement, Permission.RecordDecision, Permission.ReadSafety, Permission.ReadDocuments],
        [Role.Inspector] = [Permission.RecordShipment, Permission.InspectShipment, Permission.ReleaseLot, Permission.ReadCells],
        [Role.SafetyOfficer] = [Permission.ReadTrials, Permission.ReadCells, Permission.ReadTreatments, Permission.ReadSafety, Permission.ReadSandbox],
        [Role.SandboxOfficer] = [Permission.ReadTrials, Permission.ReadWorklist, Permission.ReadCells, Permission.ReadTreatments, Permission.ReadSafety, Permission.ReadSandbox, Permission.ManageGrants],
        [Role.Auditor] = [Permission.ReadTrials, Permission.ReadWorklist, Permission.ReadCells, Permission.ReadTreatments, Permission.ReadSafety, Permission.ReadSandbox, Permission.ReadDocuments, Permission.ReadAudit],
        [Role.Administrator] = [Permission.ManageAccounts, Permission.OperateService],
        [Role.System] = [.. Enum.GetValues<Permission>()],
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet());

    public static bool Holds(this Role role, Permission permission) => ByRole[role].Contains(permission);
}
