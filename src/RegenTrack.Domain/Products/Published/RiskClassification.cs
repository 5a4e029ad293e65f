using RegenTrack.Domain.Kernel;
using static RegenTrack.Domain.Products.Published.CellOrigin;
using static RegenTrack.Domain.Products.Published.Manipulation;
using static RegenTrack.Domain.Products.Published.RiskClass;
using static RegenTrack.Domain.Products.Published.TissueFunction;

namespace RegenTrack.Domain.Products.Published;

/// <summary>The risk class of Decree article 4(2), computed from what a product is made of.</summary>
public static class RiskClassification
{
    public static readonly Rule Rule = new(
        "D4-2",
        new("위험도는 세포의 출처와 조작 정도, 유전자 사용, 인공조직·장기의 기능에 따라 정합니다.", "The risk class follows from the source and manipulation of cells, gene use and the function of artificial tissue."),
        new Citation(new("시행령 제4조제2항", "Decree art. 4(2)"), new(2025, 2, 21)));

    /// <summary>The greatest class of the parts, with the reason for each; an empty product has none.</summary>
    public static RiskAssessment Of(IReadOnlyList<ProductComponent> components, DateOnly on, DowngradeTable downgrades)
    {
        List<RiskGround> grounds = [.. components.Select(component => Ground(component, on, downgrades))];
        return new RiskAssessment(grounds.Count == 0 ? Low : grounds.Max(ground => ground.Class), grounds);
    }

    private static RiskGround Ground(ProductComponent component, DateOnly on, DowngradeTable downgrades)
    {
        (RiskClass risk, Bilingual why) = ByDecree(component);
        Downgrade? downgrade = downgrades.For(component.NoticeItem, risk, on);
        return downgrade is null
            ? new RiskGround(component.Name, risk, why)
            : new RiskGround(component.Name, downgrade.To, downgrade.Why);
    }

    private static (RiskClass Class, Bilingual Why) ByDecree(ProductComponent part) => part switch
    {
        { Origin: Animal } => (High, new("동물의 세포", "Animal-derived cells")),
        { Kind: CellKind.EmbryonicStem } => (High, new("배아줄기세포", "Embryonic stem cells")),
        { Kind: CellKind.InducedPluripotent } => (High, new("유도만능줄기세포", "Induced pluripotent stem cells")),
        { GeneUse: true } => (High, new("유전자의 사용", "Use of genes")),
        { Tissue: CompleteReplacement } => (High, new("기능을 완전히 대체하는 인공조직·장기", "Artificial tissue that fully replaces a function")),
        { Origin: Allogeneic, Manipulation: MoreThanMinimal } => (High, new("다른 사람의 세포, 최소 조작 초과", "Another person's cells, more than minimally manipulated")),
        { Origin: Allogeneic } => (Medium, new("다른 사람의 세포, 최소 조작", "Another person's cells, minimally manipulated")),
        { Origin: Autologous, Manipulation: MoreThanMinimal } => (Medium, new("자신의 세포, 최소 조작 초과", "The patient's own cells, more than minimally manipulated")),
        { Tissue: StructuralRestoration } => (Medium, new("구조를 회복하는 인공조직", "Artificial tissue that restores structure")),
        { Origin: Autologous } => (Low, new("자신의 세포, 최소 조작", "The patient's own cells, minimally manipulated")),
        _ => (Low, new("위험 요소 없음", "Nothing that raises the class")),
    };
}

/// <summary>The class and the reason for every part.</summary>
public sealed record RiskAssessment(RiskClass Class, IReadOnlyList<RiskGround> Grounds);

/// <summary>Why one part has its class.</summary>
public sealed record RiskGround(string Component, RiskClass Class, Bilingual Why);
