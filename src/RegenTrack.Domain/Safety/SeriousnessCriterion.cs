namespace RegenTrack.Domain.Safety;

/// <summary>What makes an adverse event serious (NS2-3 a–e). One is enough; the grade has no part in it.</summary>
public enum SeriousnessCriterion
{
    /// <summary>가: 사망 또는 생명 위협.</summary>
    DeathOrLifeThreatening,

    /// <summary>나: 영구적·중대한 장애 또는 기능 저하.</summary>
    PermanentOrSignificantDisability,

    /// <summary>다: 태아 이상.</summary>
    FoetalAnomaly,

    /// <summary>라: 입원 또는 입원 연장.</summary>
    Hospitalisation,

    /// <summary>마: 그 밖에 의학적으로 중요한 상황.</summary>
    OtherMedicallyImportant,
}
