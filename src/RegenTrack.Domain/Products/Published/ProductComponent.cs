namespace RegenTrack.Domain.Products.Published;

/// <summary>One part of a product, as far as its risk depends on it.</summary>
/// <param name="Origin">Whose cells they are; null for a part without cells.</param>
/// <param name="GeneUse">Genes are introduced or used (e.g. CAR-T).</param>
/// <param name="NoticeItem">Key of the ministry notice that names this part for a lower class; null: none claimed.</param>
public sealed record ProductComponent(
    string Name,
    CellOrigin? Origin,
    CellKind Kind = CellKind.Somatic,
    Manipulation Manipulation = Manipulation.Minimal,
    bool GeneUse = false,
    TissueFunction Tissue = TissueFunction.None,
    string? NoticeItem = null);

/// <summary>Whose cells they are.</summary>
public enum CellOrigin
{
    Autologous,
    Allogeneic,
    Animal,
}

/// <summary>What kind of cell, as the risk rule asks.</summary>
public enum CellKind
{
    Somatic,
    EmbryonicStem,
    InducedPluripotent,
}

/// <summary>Minimal is separation, washing, freezing, thawing and the like.</summary>
public enum Manipulation
{
    Minimal,
    MoreThanMinimal,
}

/// <summary>What an artificial tissue or organ does.</summary>
public enum TissueFunction
{
    None,
    StructuralRestoration,
    CompleteReplacement,
}
