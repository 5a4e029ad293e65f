using RegenTrack.App.Submissions;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Products.Published;

namespace RegenTrack.Submissions.Forms;

/// <summary>Facts as the codes and lines that forms print.</summary>
internal static class FormFacts
{
    public static string Code(this RiskClass risk) => risk switch
    {
        RiskClass.High => "high",
        RiskClass.Medium => "medium",
        _ => "low",
    };

    public static string Code(this Modality modality) => modality switch
    {
        Modality.Gene => "gene",
        Modality.TissueEngineered => "tissue",
        Modality.Combined => "combined",
        _ => "cell",
    };

    /// <summary>What the plan relies on; an exemption counts as used only when the gate passed through it.</summary>
    public static IReadOnlyList<ReliedEvidence> Evidence(this ApplicationDossier dossier)
    {
        var claim = dossier.Application.Plan!.Evidence;
        var exempted = dossier.Application.Gate?.Outcome == GateOutcome.PassByExemption;
        return claim.Kind switch
        {
            EvidenceKind.CommercialTrial => [new ReliedEvidence(
                dossier.Trial?.Registration?.Title ?? "상업 임상시험", claim.Trial?.Value ?? "", exempted,
                exempted && dossier.Grant is { Exists: true } grant ? grant.CertificateNumber : null)],
            EvidenceKind.CompletedResearch => [new ReliedEvidence("완료된 첨단재생의료 임상연구", claim.FinalResult ?? claim.ResearchAt?.Value ?? "", Sandbox: false)],
            _ => [],
        };
    }
}
