namespace RegenTrack.Domain.Cells.Donors;

/// <summary>What a donor is tested for, one row a test that the law counts.</summary>
public enum Marker
{
    HbsAg,
    HbvNat,
    HcvAntibody,
    HcvNat,
    HivAntibody,
    HivNat,
    SyphilisNonTreponemal,
    SyphilisTreponemal,
    HtlvAntibody,
    CmvAntibody,
    CmvNat,
    ChlamydiaNat,
    GonorrhoeaNat,

    /// <summary>Asked for by the prevalence in the exporting country.</summary>
    WestNileNat,
    TrypanosomaCruziAntibody,
    MalariaAntibody,
}

public enum MarkerResult
{
    Negative,
    Positive,
    Indeterminate,
}
