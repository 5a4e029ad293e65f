namespace RegenTrack.Domain.Treatments;

/// <summary>Why a person may be treated: one of the three is enough (A2-6).</summary>
public enum EligibilityGround
{
    /// <summary>중대한 질환: no alternative treatment, or life-threatening.</summary>
    Serious,

    /// <summary>희귀질환.</summary>
    Rare,

    /// <summary>난치질환.</summary>
    Intractable,
}
